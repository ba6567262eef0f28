// Says what failed and what to do about it. A failure that stops everything
// stays until it is acted upon; any other can be put away.
import { hasWord, t } from "../lang/words.js";
import { el, emit } from "../parts/dom.js";
import { restoreFocus } from "../parts/focus.js";

/** What its button does: event, and word of the button. */
const REMEDIES = {
  crashed: ["fenghui-restart", "error.restart"],
  "opening-cancelled": ["fenghui-restart", "error.retry"],
  "no-program": ["fenghui-restart", "error.retry"],
  version: ["fenghui-afresh", "error.reload"],
  "bad-request": ["fenghui-afresh", "error.reload"],
};

export class ErrorBanner extends HTMLElement {
  #code = "";
  #lasting = false;

  connectedCallback() {
    this.setAttribute("role", "alert");
    this.render();
  }

  /** @param {string} code @param {boolean} [lasting] the page does not work until it is mended */
  show(code, lasting = false) {
    if (this.#lasting && !lasting) return; // the greater trouble explains the lesser
    this.#code = code;
    this.#lasting = lasting;
    this.render();
  }

  clear() {
    const held = this.contains(document.activeElement);
    this.#code = "";
    this.#lasting = false;
    this.render();
    if (held) restoreFocus();
  }

  render() {
    this.hidden = !this.#code;
    if (!this.#code) return this.replaceChildren();
    const key = hasWord(`error.${this.#code}`) ? `error.${this.#code}` : "error.other";
    const [event, word] = REMEDIES[this.#code] ?? (this.#lasting && this.#code !== "no-wasm" ? REMEDIES["no-program"] : []);
    this.dataset.code = this.#code;
    this.replaceChildren(el("div", { class: "notice" },
      el("p", {}, t(key)),
      event && el("button", { type: "button", onclick: () => this.#act(event) }, t(word)),
      !this.#lasting && el("button", { type: "button", class: "quiet", onclick: () => this.clear() }, t("error.close"))));
  }

  #act(event) {
    emit(this, event);
  }
}

customElements.define("fenghui-error", ErrorBanner);
