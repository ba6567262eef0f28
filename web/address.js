// The address is the state. A Route is the part after "#", read and written
// here and nowhere else:
//
//   #/                                     overview
//   #/search?q=贸易额&from=2025-01-01&to=…&summit=上海合作组织&n=40
//   #/read/ID?p=12&f=3&q=贸易额             p: paragraph, f: its figure, both counted from 1
//   #/figures?measure=trade.turnover&value=>100亿美元&sort=-value&units=zh&cols=quote,value
//   #/library   #/help                     and lang=en on any of them

/**
 * @typedef {Object} Route
 * @property {"overview"|"search"|"figures"|"read"|"library"|"help"} view
 * @property {string} id document, in read
 * @property {string} q query
 * @property {string} from date, or ""
 * @property {string} to date, or ""
 * @property {string[]} summit organisations
 * @property {number} p paragraph from 1; 0: none asked for, -1: one that cannot be
 * @property {number} f figure of the paragraph, like p
 * @property {number} n how many are shown; 0: the usual number
 * @property {string} lang language asked for, or ""
 * @property {string} text and value, period, document: what figures are asked for
 * @property {string[]} kind and measure, indicator, party, status, bound, unit, speech: any of these
 * @property {boolean} times and doubtful: switches of figures
 * @property {string} sort and cols, units: how figures are shown
 */

const VIEWS = ["search", "figures", "read", "library", "help"];

/** What chooses figures: texts, lists, switches. */
export const FIGURE_TEXTS = ["text", "value", "period", "document"];
export const FIGURE_LISTS = ["kind", "measure", "indicator", "party", "status", "bound", "unit", "speech", "summit"];
export const FIGURE_SWITCHES = ["times", "doubtful"];

// What an address may hold, and how each is read; "" is never written.
const READ = {
  p: place, f: place, q: text, from: day, to: day, text, value: text, period: text, document: text,
  ...Object.fromEntries(FIGURE_LISTS.map((name) => [name, list])),
  times: flag, doubtful: flag,
  sort: among(/^-?(value|period|indicator|document|measure|status)$/), cols: among(/^\w+(,\w+)*$/), units: among(/^(full|zh|en)$/),
  n: count, lang: text,
};

/** @param {string} hash @returns {Route} never fails: what cannot be used is left out */
export function parse(hash) {
  const [path, query = ""] = split(hash.startsWith("#/") ? hash.slice(2) : "", "?");
  const [name, id = ""] = split(path, "/");
  const asked = new URLSearchParams(query);
  const view = VIEWS.includes(name) && (name !== "read" || id) ? name : "overview";
  const rest = Object.fromEntries(Object.entries(READ).map(([key, read]) => [key, read(asked.getAll(key))]));
  return { view, id: view === "read" ? decode(id) : "", ...rest };
}

/** @param {Partial<Route>} route @returns {string} */
export function format({ view = "overview", id = "", ...rest }) {
  const path = view === "overview" ? "" : view === "read" ? `read/${encodeURIComponent(id)}` : view;
  const asked = new URLSearchParams();
  for (const key of Object.keys(READ)) {
    for (const value of [rest[key]].flat()) if (value) asked.append(key, value === true ? "1" : value);
  }
  const query = asked.toString();
  return `#/${path}${query && "?"}${query}`;
}

function text([value = ""]) {
  return value;
}

function list(values) {
  return [...new Set(values.filter(Boolean))];
}

function flag([value]) {
  return value === "1";
}

function count([value = ""]) {
  return /^\d{1,6}$/.test(value) ? Number(value) : 0;
}

// A place that cannot be is told apart from none, so that the reader is told.
function place([value]) {
  return value === undefined ? 0 : /^[1-9]\d{0,5}$/.test(value) ? Number(value) : -1;
}

function day([value = ""]) {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : "";
}

function among(pattern) {
  return ([value = ""]) => (pattern.test(value) ? value : "");
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
