// The first view. It is there before the program is: the site builder writes
// it into the page, and it stays until the program's own has arrived.
import { Op } from "../engine/protocol.js";
import { currentLanguage, t } from "../lang/words.js";
import { draw, el } from "../parts/dom.js";
import { isOver } from "../parts/past-dates.js";

const SHOWN = 6; // dates to come

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
    foldPast(this); // the builder does not know the day of the visit either
  }
}

// Leaves the dates to come in the list and folds those that are over beneath it.
// Done once to a list. Neither builder nor program knows the reader's day.
function foldPast(overview) {
  const list = overview.querySelector("ul.ahead");
  if (!list || list.nextElementSibling?.localName === "details") return;
  const over = [...list.children].filter((item) => isOver(item.querySelector("time")?.dateTime));
  for (const item of over) item.remove();
  for (const item of [...list.children].slice(SHOWN)) item.remove();
  if (over.length === 0) return;
  list.after(el("details", { class: "due" }, el("summary", {}, t("overview.due", { count: over.length })), el("ul", {}, over)));
  if (!list.firstElementChild) list.hidden = true;
}

customElements.define("fenghui-overview", OverviewView);
