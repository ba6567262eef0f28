// The address is the state. A Route is the part after "#", read and written
// here and nowhere else:
//
//   #/                                     overview
//   #/search?q=贸易额&from=2025-01-01&to=…&summit=上海合作组织&n=40
//   #/read/ID?p=12&q=贸易额                 p: paragraph, counted from 1
//   #/library   #/help                     and lang=en on any of them

/**
 * @typedef {Object} Route
 * @property {"overview"|"search"|"read"|"library"|"help"} view
 * @property {string} id document, in read
 * @property {string} q query
 * @property {string} from date, or ""
 * @property {string} to date, or ""
 * @property {string[]} summit organisations
 * @property {number} p paragraph from 1; 0: none
 * @property {number} n documents shown; 0: the usual number
 * @property {string} lang language asked for, or ""
 */

const VIEWS = ["search", "read", "library", "help"];
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** @param {string} hash @returns {Route} never fails: what cannot be used is left out */
export function parse(hash) {
  const [path, query = ""] = split(hash.startsWith("#/") ? hash.slice(2) : "", "?");
  const [name, id = ""] = split(path, "/");
  const asked = new URLSearchParams(query);
  const view = VIEWS.includes(name) && (name !== "read" || id) ? name : "overview";
  const date = (key) => (isDate(asked.get(key) ?? "") ? asked.get(key) : "");
  return {
    view,
    id: view === "read" ? decode(id) : "",
    q: asked.get("q") ?? "",
    from: date("from"),
    to: date("to"),
    summit: [...new Set(asked.getAll("summit").filter(Boolean))],
    p: count(asked.get("p")),
    n: count(asked.get("n")),
    lang: asked.get("lang") ?? "",
  };
}

/** @param {Partial<Route>} route @returns {string} */
export function format({ view = "overview", id = "", summit = [], ...rest }) {
  const path = view === "overview" ? "" : view === "read" ? `read/${encodeURIComponent(id)}` : view;
  const asked = new URLSearchParams();
  for (const key of ["p", "q", "from", "to", "n", "lang"]) if (rest[key]) asked.set(key, rest[key]);
  for (const organisation of summit) asked.append("summit", organisation);
  const query = asked.toString();
  return `#/${path}${query && "?"}${query}`;
}

function isDate(text) {
  return DATE.test(text) && !Number.isNaN(Date.parse(text));
}

function split(text, at) {
  const i = text.indexOf(at);
  return i < 0 ? [text] : [text.slice(0, i), text.slice(i + 1)];
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function count(text) {
  return /^\d{1,6}$/.test(text ?? "") ? Number(text) : 0;
}

/** Follows the address of the window. */
export class Router {
  #tell;
  #hash = null;
  #saving = 0;
  #depth = 0;

  /** Language written into every address from now on; "" for none. */
  lang = "";

  /** @param {(route: Route, y: number|null) => void} tell y: where the reader had scrolled to, when coming back */
  constructor(tell) {
    this.#tell = tell;
  }

  get route() {
    return parse(location.hash);
  }

  start() {
    history.scrollRestoration = "manual";
    addEventListener("popstate", this.#changed);
    addEventListener("hashchange", this.#changed);
    addEventListener("scroll", this.#scrolled, { passive: true });
    this.#changed();
  }

  stop() {
    removeEventListener("popstate", this.#changed);
    removeEventListener("hashchange", this.#changed);
    removeEventListener("scroll", this.#scrolled);
    clearTimeout(this.#saving);
  }

  /** One step back; from where the reader came in, to the overview. */
  back() {
    if (this.#depth > 0) history.back();
    else this.go({ view: "overview" });
  }

  /** @param {Partial<Route>} route @param {{replace?: boolean, silent?: boolean}} [how] */
  go(route, { replace = false, silent = false } = {}) {
    const hash = format({ ...route, lang: this.lang });
    if (hash === location.hash) return;
    if (replace) {
      history.replaceState(silent ? history.state : { depth: this.#depth }, "", hash);
    } else {
      this.#save();
      history.pushState(null, "", hash);
    }
    if (silent) this.#hash = hash;
    else this.#changed();
  }

  #changed = () => {
    if (location.hash === this.#hash) return; // one of two events for one step
    clearTimeout(this.#saving);
    const first = this.#hash === null;
    this.#hash = location.hash;
    const { y = null, depth = first ? 0 : this.#depth + 1 } = history.state ?? {};
    this.#depth = depth;
    if (history.state === null) history.replaceState({ depth }, "");
    this.#tell(this.route, y);
  };

  #scrolled = () => {
    clearTimeout(this.#saving);
    this.#saving = setTimeout(() => this.#save(), 200);
  };

  #save() {
    clearTimeout(this.#saving);
    history.replaceState({ y: Math.round(scrollY), depth: this.#depth }, "");
  }
}
