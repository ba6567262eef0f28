// The address is the state. A Route is the part after "#", read and written
// here and nowhere else:
//
//   #/                                     overview
//   #/search?q=贸易额&from=2025-01-01&to=…&summit=上海合作组织&country=日本&kind=money&sort=date&literal=1&n=40
//   #/read/ID?p=12&f=3&q=贸易额             p: paragraph, f: its figure, both counted from 1
//   #/figures?measure=trade.turnover&value=>100亿美元&sort=-value&units=zh&cols=quote,value
//   #/compare?kind=board&measure=trade.turnover&party=日本&verdict=agree
//   #/compare/KIND/KEY?show=table          one comparison
//   #/since/FORMAT?from=2024-08-09&to=2025-11-16   what moved between two summits
//   #/partner/哈萨克斯坦/中国             all that is told between two parties
//   #/draft                                a text to be judged; what it says is never written here
//   #/library   #/help                     and lang=en on any of them
import { asCount, asDay, asFlag, asList, asPlace, asText, matching } from "./values.js";

/**
 * @typedef {Object} Route
 * @property {"overview"|"search"|"figures"|"compare"|"comparison"|"since"|"partner"|"draft"|"read"|"library"|"help"} view
 * @property {string} id document, in read; key, in comparison; format, in since; the second party, in partner
 * @property {string} of kind of comparison; the first party, in partner
 * @property {string} q query
 * @property {string} from date, or ""
 * @property {string} to date, or ""
 * @property {string[]} summit organisations
 * @property {string[]} country named in the passage
 * @property {string[]} person named in the passage
 * @property {string[]} topic named in the passage
 * @property {boolean} literal names are not searched under their other names
 * @property {number} p paragraph from 1; 0: none asked for, -1: one that cannot be
 * @property {number} f figure of the paragraph, like p
 * @property {number} n how many are shown; 0: the usual number
 * @property {string} lang language asked for, or ""
 * @property {string} text words of a figure
 * @property {string} value of a figure: a condition such as >100亿美元
 * @property {string} period of a figure
 * @property {string} document that figures and comparisons are from
 * @property {string[]} kind of figures or comparisons; any of these, like the lists that follow
 * @property {string[]} measure
 * @property {string[]} indicator
 * @property {string[]} party
 * @property {string[]} status
 * @property {string[]} bound
 * @property {string[]} unit
 * @property {string[]} speech
 * @property {string[]} verdict of comparisons
 * @property {boolean} times years and dates are listed among the figures
 * @property {boolean} doubtful only figures to be looked at twice
 * @property {string} sort of hits: "" best first, "date" newest, "-date" oldest; of figures: "" as in the texts, or a column
 * @property {string} cols columns of the table of figures
 * @property {string} units how amounts are written
 * @property {""|"chart"|"table"} show a comparison as
 */

const VIEWS = ["search", "figures", "compare", "since", "partner", "draft", "read", "library", "help"];

/** What chooses comparisons, beside their kind. */
export const COMPARE_LISTS = ["measure", "party", "summit", "verdict"];

/** What chooses figures: texts, lists, switches. */
export const FIGURE_TEXTS = ["text", "value", "period", "document"];
export const FIGURE_LISTS = ["kind", "measure", "indicator", "party", "status", "bound", "unit", "speech", "summit"];
export const FIGURE_SWITCHES = ["times", "doubtful"];

// What a view can be sorted by; "-" reverses the order.
const SORTS = { search: /^-?date$/, figures: /^-?(value|period|indicator|document|measure|status)$/ };

// What an address may hold, and how each is read; "" is never written.
const READ = {
  p: asPlace, f: asPlace, q: asText, from: asDay, to: asDay, text: asText, value: asText, period: asText, document: asText,
  ...Object.fromEntries(FIGURE_LISTS.map((name) => [name, asList])),
  country: asList, person: asList, topic: asList, literal: asFlag,
  verdict: asList, show: matching(/^(chart|table)$/),
  times: asFlag, doubtful: asFlag,
  sort: (values, view) => matching(SORTS[view] ?? /^$/)(values),
  cols: matching(/^\w+(,\w+)*$/), units: matching(/^(full|zh|en)$/),
  n: asCount, lang: asText,
};

// Names that links of earlier versions of the site have for these.
const FORMER = { sort: "order", literal: "own" };

/** @param {string} hash @returns {Route} never fails: what cannot be used is left out */
export function parse(hash) {
  const [path, query = ""] = split(hash.startsWith("#/") ? hash.slice(2) : "", "?");
  const [name, id = ""] = split(path, "/");
  const asked = new URLSearchParams(query);
  const { view, ...named } = placeOf(name, id);
  const values = (key) => asked.getAll(asked.has(key) ? key : (FORMER[key] ?? key));
  const rest = Object.fromEntries(Object.entries(READ).map(([key, read]) => [key, read(values(key), view)]));
  return { view, ...named, ...rest };
}

function placeOf(name, id) {
  if (name === "compare" && id.includes("/")) {
    const [of, key] = split(id, "/");
    return { view: "comparison", of, id: decode(key) };
  }
  if (name === "partner") {
    const [of, other = ""] = split(id, "/");
    return { view: name, of: decode(of), id: decode(other) };
  }
  const view = VIEWS.includes(name) && (name !== "read" || id) ? name : "overview";
  return { view, of: "", id: view === "read" || view === "since" ? decode(id) : "" };
}

const encode = encodeURIComponent;

// Paths of the views that are not their name alone.
const PATHS = {
  overview: () => "",
  read: ({ id }) => `read/${encode(id)}`,
  comparison: ({ of, id }) => `compare/${of}/${encode(id)}`,
  since: ({ id }) => (id ? `since/${encode(id)}` : "since"),
  partner: ({ of, id }) => (of ? `partner/${encode(of)}/${encode(id)}` : "partner"),
};

/** @param {Partial<Route>} route @returns {string} */
export function format({ view = "overview", id = "", of = "", ...rest }) {
  const path = PATHS[view]?.({ id, of }) ?? view;
  const asked = new URLSearchParams();
  for (const key of Object.keys(READ)) {
    for (const value of [rest[key]].flat()) if (value) asked.append(key, value === true ? "1" : value);
  }
  const query = asked.toString();
  return `#/${path}${query && "?"}${query}`;
}

/** What there is to compare of what a route shows: of the same measures, parties and summits, or of the same document. @param {Route} route @returns {Partial<Route>} */
export function comparing({ view, id, document, measure, party, summit }) {
  return { view: "compare", document: view === "read" ? id : document, measure, party, summit };
}

function split(whole, at) {
  const i = whole.indexOf(at);
  return i < 0 ? [whole] : [whole.slice(0, i), whole.slice(i + 1)];
}

function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
