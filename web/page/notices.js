// What the reader should know though nothing failed. Each notice can be put
// away; one that offers something (a new version) has a button for it.
import { t } from "../lang/words.js";
import { el } from "../parts/dom.js";
import { restoreFocus } from "../parts/focus.js";

// Notices whose detail is the name of a document; others have technical ones.
const namesDocument = new Set(["article-damaged", "figures-unreadable", "correction-unfit", "year-missing"]);

export class Notices extends HTMLElement {
  #notices = [];

  connectedCallback() {
    this.setAttribute("role", "status");
    this.render();
  }

  /**
   * @param {import("../engine/protocol.js").Notice} notice
   * @param {{word: string, act: () => void}} [offer]
   */
  add(notice, offer) {
    const known = this.#notices.some((n) => n.code === notice.code && n.detail === notice.detail);
    if (!known) this.#notices.push({ ...notice, offer });
    this.render();
  }

  /** Forgets all of them but offers. */
  clear() {
    this.#notices = this.#notices.filter((n) => n.offer);
    this.render();
  }

  render() {
    this.replaceChildren(...this.#notices.map((notice) => this.#draw(notice)));
    this.hidden = this.#notices.length === 0;
  }

  #draw(notice) {
    const { code, detail, offer } = notice;
    return el("div", { class: "notice", "data-code": code },
      el("p", {}, t(`notice.${code}`), detail && namesDocument.has(code) && el("code", {}, detail)),
      offer && el("button", { type: "button", onclick: offer.act }, t(offer.word)),
      el("button", { type: "button", class: "quiet", onclick: () => this.#close(notice) }, t("notice.close")));
  }

  #close(notice) {
    this.#notices = this.#notices.filter((n) => n !== notice);
    this.render();
    restoreFocus(this.querySelector(".quiet"));
  }
}

customElements.define("fenghui-notices", Notices);
