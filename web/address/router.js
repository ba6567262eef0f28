// Follows the address of the window, and changes it. What an address says is
// read and written in route.js.
import { format, parse } from "./route.js";

/** @typedef {import("./route.js").Route} Route */

/** Follows the address of the window. */
export class Router {
  #tell;
  #hash = null;
  #saving = 0;
  #depth = 0;

  /** Language written into every address from now on; "" for none. */
  lang = "";

  get route() {
    return parse(location.hash);
  }

  /** @param {(route: Route, y: number|null) => void} tell y: where the reader had scrolled to, when coming back */
  start(tell) {
    this.#tell = tell;
    history.scrollRestoration = "manual";
    addEventListener("popstate", this.#changed);
    addEventListener("hashchange", this.#changed);
    addEventListener("scroll", this.#scrolled, { passive: true });
    addEventListener("click", this.#leaving, { capture: true });
    this.#changed();
  }

  stop() {
    removeEventListener("popstate", this.#changed);
    removeEventListener("hashchange", this.#changed);
    removeEventListener("scroll", this.#scrolled);
    removeEventListener("click", this.#leaving, { capture: true });
    clearTimeout(this.#saving);
  }

  /** How many steps it is back to where the reader came in. */
  get depth() {
    return this.#depth;
  }

  /** One step back; from where the reader came in, to the overview. */
  back() {
    if (this.#depth > 0) history.back();
    else this.go({ view: "overview" });
  }

  /** The same place in another language. @param {string} lang */
  setLanguage(lang) {
    this.lang = lang;
    this.go(this.route, { replace: true });
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
    if (!this.#tell || location.hash === this.#hash) return; // not started yet, or the second event of one step
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

  // Readers who scroll and follow a link at once come back to the same place, too.
  #leaving = ({ target }) => {
    if (target.closest?.("a[href^='#']")) this.#save();
  };

  #save() {
    clearTimeout(this.#saving);
    history.replaceState({ y: Math.round(scrollY), depth: this.#depth }, "");
  }
}
