// What the reader has said of figures, in a list: with the way to each, and
// those that fit nothing any more.
import { Op } from "../engine/protocol.js";
import { figureAddress } from "../figures/columns.js";
import { asRead, name, qualifiedAmount } from "../figures/words.js";
import { period as written } from "../lang/periods.js";
import { currentLanguage, t } from "../lang/words.js";
import { titleOf } from "../parts/document-head.js";
import { el, emit, fill } from "../parts/dom.js";

export class Corrections extends HTMLElement {
  /** @type {import("../engine/session.js").Session} */
  session;

  async show() {
    this.#draw(await this.session.request(Op.corrected, { language: currentLanguage() }));
  }

  #draw({ corrections }) {
    fill(this, corrections?.length > 0 && el("section", { "aria-labelledby": "corrections" },
      el("h2", { id: "corrections" }, t("corrections.title", { count: corrections.length })),
      el("ul", {}, corrections.map((one) => this.#row(one)))));
  }

  #row(one) {
    const { document, title, passage, quote, nth, figure, correction } = one;
    const forget = () => this.session.request(Op.forget, { document, passage, quote, nth })
      .then((answer) => this.#draw(answer))
      .catch((error) => emit(this, "fenghui-fault", { error }));
    return el("li", { "data-fits": String(Boolean(figure)) },
      figure ? el("a", { href: figureAddress(figure), lang: "zh" }, quote) : el("span", { lang: "zh" }, quote),
      " → ", el("strong", {}, says(correction, figure)), " ",
      el("span", { class: "note" }, figure ? t("corrections.read", { read: asRead(figure) }) : t("corrections.unfit")), " ",
      el("span", { class: "note", lang: "zh" }, titleOf({ title })), " ",
      el("button", { type: "button", class: "quiet", "aria-label": `${t("correct.takeBack")} ${quote}`, onclick: forget }, t("correct.takeBack")));
  }
}

function says({ misread, amount, indicator, period, status }, figure) {
  if (misread) return t("figure.doubt.misread");
  return [figure && amount ? qualifiedAmount(figure) : amount, indicator, period && written(period), status && name("figure.status", status)].filter(Boolean).join(" · ");
}

customElements.define("fenghui-corrections", Corrections);
