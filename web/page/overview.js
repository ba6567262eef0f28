// The first view. It is there before the program is: the site builder writes
// it into the page, and it stays until the program's own has arrived.
import { Op } from "../engine/protocol.js";
import { currentLanguage, t } from "../lang/words.js";
import { draw } from "../parts/dom.js";
import { foldPast } from "../parts/past-dates.js";

/** What the view last showed, kept while another view is open. */
let kept = null;

export class OverviewView extends HTMLElement {
  /** @type {import("./stage.js").Context} */
  context;
  #stopping = new AbortController();

  /** Takes over what the site builder wrote. @param {HTMLElement} main @param {string} lang */
  static adopt(main, lang) {
    kept = main.firstElementChild && { nodes: [...main.childNodes], lang };
  }

  get heading() {
    return t("nav.overview");
  }

  connectedCallback() {
    if (kept) this.#put(kept);
  }

  disconnectedCallback() {
    this.#stopping.abort();
  }

  async show() {
    const first = await this.#request({});
    if (first.whole || kept?.lang !== currentLanguage()) this.#take(first.view);
    if (!first.whole) this.#take((await this.#request({ wait: true })).view);
  }

  #request(args) {
    return this.context.session.request(Op.overview, { language: currentLanguage(), ...args }, { signal: this.#stopping.signal });
  }

  #take(view) {
    const drawn = document.createElement("div");
    drawn.append(draw(view));
    foldPast(drawn);
    const shown = this.querySelector(".overview");
    const folds = shown?.querySelectorAll("details") ?? [];
    drawn.querySelectorAll("details").forEach((fold, k) => (fold.open = folds[k]?.open ?? false)); // what a reader opened stays open
    if (shown?.isEqualNode(drawn.firstElementChild)) return; // nothing new: selection and focus stay
    kept = { nodes: [...drawn.childNodes], lang: currentLanguage() };
    this.#put(kept);
  }

  #put({ nodes, lang }) {
    this.lang = lang;
    this.replaceChildren(...nodes);
    foldPast(this); // the builder's knows no today either
  }
}

customElements.define("fenghui-overview", OverviewView);
