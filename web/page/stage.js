// Shows one view at a time in the page's main part: puts it there, lets it
// draw, and brings the reader to where it begins, or back to where they were.
import { t } from "../lang/words.js";
import { focusIsOutside } from "../parts/focus.js";
import { later } from "../parts/later.js";

/** Views that come when they are first asked for. */
const LATER = {
  read: () => later(import("../read/read.js")),
  help: () => later(import("./help.js")),
  figures: () => later(import("../figures/figures.js")),
  compare: () => later(import("../compare/compare.js")),
  comparison: () => later(import("../compare/comparison.js")),
  since: () => later(import("../claims/since.js")),
  partner: () => later(import("../claims/partner.js")),
  draft: () => later(import("../draft/draft.js")),
  library: () => later(import("../library/library.js")),
};

/**
 * What a view is given.
 * @typedef {Object} Context
 * @property {import("../engine/session.js").Session} session
 * @property {import("../address/router.js").Router} router
 * @property {(error: Error) => void} report
 */

export class Stage {
  #main;
  #context;
  #turn = 0;
  #used = false;

  #working = null; // a view that was left in the midst of its work, until its reader comes back

  /** @type {HTMLElement|null} the view shown */
  view = null;

  /** @param {HTMLElement} main @param {Context} context */
  constructor(main, context) {
    this.#main = main;
    this.#context = context;
  }

  /**
   * Shows a route. Answers false when another has been asked for meanwhile.
   * @param {import("../address/route.js").Route} route
   * @param {number|null} y where the reader had scrolled to; null: not here before
   * @param {boolean} typing the search box has the focus
   * @returns {Promise<boolean>}
   */
  async show(route, y, typing) {
    const turn = ++this.#turn;
    await LATER[route.view]?.().catch((cause) => {
      throw Object.assign(cause, { code: "no-view" });
    });
    if (turn !== this.#turn) return false;
    const fresh = this.#put(route.view);
    this.#title();
    const placed = await this.view.show(route).catch((error) => {
      if (turn === this.#turn) throw error;
    });
    if (turn !== this.#turn) return false;
    this.#title();
    this.view.classList.toggle("whole", y !== null); // laid out beyond what is in sight, so that y is where it was
    if (y !== null) this.#return(y, fresh && !typing);
    else if (!placed && this.#used) this.#begin(fresh && !typing);
    this.#used = true;
    return true;
  }

  // Puts a view there, unless it is; tells whether it is a new one.
  #put(name) {
    const tag = `fenghui-${name}`;
    if (this.view?.localName === tag) return false;
    if (this.view?.busy) this.#working = this.view;
    const back = this.#working?.localName === tag;
    this.view = back ? this.#working : document.createElement(tag);
    if (back) this.#working = null;
    this.view.context = this.#context;
    this.#main.replaceChildren(this.view);
    return true;
  }

  /** Lets the next view be a new one: the language has changed. One that is at work stays as it is. */
  clear() {
    if (!this.view?.busy) this.view = null;
  }

  // A new view begins at its heading, for the eye and for a screen reader.
  #begin(focus) {
    scrollTo(0, 0);
    if (focusIsOutside()) return;
    if (this.#context.router.inner) this.#main.scrollIntoView({ block: "nearest" }); // the page around scrolls, not this one
    if (!focus) return;
    this.view.querySelector("h1[tabindex]")?.focus({ preventScroll: true });
    this.#enter();
  }

  // Coming back, everything is where it was left.
  #return(y, focus) {
    scrollTo(0, y);
    if (!focus || focusIsOutside()) return;
    this.view.returned?.();
    this.#enter();
  }

  // When the focused element went with the last view, the focus moves to this one.
  #enter() {
    if (document.activeElement === document.body) this.#main.focus({ preventScroll: true });
  }

  #title() {
    const title = t("site.title", { view: this.view.heading });
    if (document.title !== title) document.title = title;
  }
}
