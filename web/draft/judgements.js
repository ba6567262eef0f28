// What the library says of each figure of a draft, some at a time; a verdict
// can be looked at alone.
import { badge, sourced } from "../compare/words.js";
import { corrected } from "../figures/columns.js";
import { programLanguage, t } from "../lang/words.js";
import { el } from "../parts/dom.js";
import { scrollAndFocus } from "../parts/focus.js";

const PAGE = 100; // judgements at a time

export class Judgements extends HTMLElement {
  #all = [];
  #only = "";
  #shown = PAGE;
  #list = el("ol", { class: "judgements" });
  #more = el("button", { type: "button", class: "more", onclick: () => this.#showMore() });

  connectedCallback() {
    if (!this.firstChild) this.append(this.#list, this.#more);
  }

  /** @param {import("../engine/protocol.js").Judgement[]} judgements */
  show(judgements) {
    this.#all = judgements.map((judgement, k) => ({ ...judgement, k }));
    this.only("");
  }

  /** Shows those of a verdict; "": all. @param {string} verdict */
  only(verdict) {
    this.#only = verdict;
    this.#shown = PAGE;
    this.#list.replaceChildren();
    this.#draw();
  }

  /** Goes to a judgement. @param {number} k @returns {boolean} whether others had to be shown again for that */
  reveal(k) {
    const hidden = this.#only !== "" && this.#all[k].verdict !== this.#only;
    if (hidden) this.only("");
    this.#shown = Math.max(this.#shown, this.#wanted().findIndex((judgement) => judgement.k === k) + 1);
    this.#draw();
    const item = this.querySelector(`#judgement-${k}`);
    scrollAndFocus(item);
    return hidden;
  }

  #wanted() {
    return this.#only ? this.#all.filter(({ verdict }) => verdict === this.#only) : this.#all;
  }

  #draw() {
    const wanted = this.#wanted();
    this.#list.append(...wanted.slice(this.#list.children.length, this.#shown).map(judgement));
    const rest = wanted.length - this.#list.children.length;
    this.#more.hidden = rest <= 0;
    this.#more.textContent = t("draft.more", { count: Math.min(PAGE, rest) });
  }

  #showMore() {
    const before = this.#list.children.length;
    this.#shown = before + PAGE;
    this.#draw();
    if (this.#more.hidden) this.#list.children[before].focus({ preventScroll: true });
  }
}

function judgement({ quote, verdict, message, rows, k }) {
  return el("li", { class: "judgement", id: `judgement-${k}`, tabindex: "-1", "data-verdict": verdict },
    el("div", { class: "judgement-head" },
      el("span", { class: "judgement-number" }, String(k + 1)),
      el("strong", { lang: "zh" }, quote),
      badge(verdict)),
    el("p", { lang: programLanguage() }, message),
    rows.length > 0 && el("ul", { class: "grounds" }, rows.map(ground)));
}

function ground({ told, label, figure }) {
  return el("li", { class: "source" },
    el("p", { class: "source-told" },
      el("strong", {}, told),
      el("span", { class: "source-of", lang: programLanguage() }, label),
      corrected(figure)),
    sourced(figure, label));
}

customElements.define("fenghui-judgements", Judgements);
