// The address of an explorer within another page. It is kept here, because the
// window's address belongs to that page. Follows the links of the explorer's own
// document.
import { format, parse } from "./route.js";

/** How a link is followed: by a click, a click of the wheel, a menu. */
const WAYS = ["click", "auxclick", "contextmenu"];

export class InnerRouter {
  #document;
  #site;
  #tell;
  #steps;

  /** Whether it is this router, not the one that follows the window. */
  inner = true;

  /** Language written into every address from now on; "" for none. */
  lang = "";

  /** @param {Document} document @param {string} site its address @param {Partial<import("./route.js").Route>} route to begin with */
  constructor(document, site, route) {
    this.#document = document;
    this.#site = site;
    this.#steps = [format(route)];
  }

  get route() {
    return parse(this.#steps.at(-1));
  }

  /** The same place in the site itself. */
  get place() {
    return this.#site + this.#steps.at(-1);
  }

  /** How many steps it is back to where the reader came in. */
  get depth() {
    return this.#steps.length - 1;
  }

  start(tell) {
    this.#tell = tell;
    for (const way of WAYS) this.#document.addEventListener(way, this.#followed);
    this.#tell(this.route, null);
  }

  stop() {
    for (const way of WAYS) this.#document.removeEventListener(way, this.#followed);
  }

  back() {
    if (this.depth === 0) return;
    this.#steps.pop();
    this.#tell(this.route, 0);
  }

  setLanguage(lang) {
    this.lang = lang;
    this.go(this.route, { replace: true });
  }

  go(route, { replace = false, silent = false } = {}) {
    const step = format({ ...route, lang: this.lang });
    if (step === this.#steps.at(-1)) return;
    if (replace) this.#steps.pop();
    this.#steps.push(step);
    if (!silent) this.#tell?.(this.route, null); // before start() this only says where to start
  }

  // A link that is opened in another tab points to the site while the browser
  // follows it; any other link is followed here.
  #followed = (event) => {
    const link = event.target.closest?.("a[href^='#/']");
    if (!link || event.defaultPrevented) return;
    const at = link.getAttribute("href");
    if (event.type !== "click" || event.ctrlKey || event.metaKey || event.shiftKey) {
      link.href = this.#site + at;
      setTimeout(() => link.setAttribute("href", at));
      return;
    }
    event.preventDefault();
    this.go(parse(at));
  };
}
