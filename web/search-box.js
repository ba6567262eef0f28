// The search box. Tells "fenghui-query" {q, first, entered}: first when this is
// the first change since the reader last entered a query, entered when it was
// sent off with Enter or the button.
import { el } from "./dom.js";
import { Typing } from "./typing.js";
import { t } from "./words.js";

export class SearchBox extends HTMLElement {
  #input;
  #typing;
  #typed = false;

  connectedCallback() {
    this.render();
  }

  disconnectedCallback() {
    this.#typing?.stop();
  }

  /** Draws it in the language spoken; what is typed stays. */
  render() {
    const value = this.#input?.value ?? "";
    this.#input = el("input", {
      id: "fenghui-query", type: "search", name: "q", placeholder: t("box.placeholder"), "aria-label": t("box.label"),
      "aria-keyshortcuts": "/", autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "search",
      onblur: () => (this.#typed = false),
    });
    this.#input.value = value;
    this.#typing?.stop();
    this.#typing = new Typing(this.#input, () => this.#tell(false));
    const button = el("button", { class: "box-submit" }, t("box.submit"));
    const form = el("form", { role: "search", onsubmit: (event) => this.#submitted(event) }, this.#input, el("kbd", { "aria-hidden": "true" }, "/"), button);
    this.replaceChildren(form);
  }

  /** Shows a query; one that is being typed is left alone. @param {string} q */
  show(q) {
    if (this.#typing.composing || document.activeElement === this.#input) return;
    this.#input.value = q;
  }

  focus() {
    this.#input.focus();
    this.#input.select();
  }

  blur() {
    this.#input.blur();
  }

  /** @returns {boolean} */
  get focused() {
    return document.activeElement === this.#input;
  }

  #submitted(event) {
    event.preventDefault();
    if (this.#typing.busy) return;
    this.#typing.stop();
    this.#tell(true);
    this.#typed = false;
  }

  #tell(entered) {
    const detail = { q: this.#input.value.trim(), first: !this.#typed, entered };
    this.#typed = true;
    this.dispatchEvent(new CustomEvent("fenghui-query", { detail, bubbles: true }));
  }
}

customElements.define("fenghui-search-box", SearchBox);
