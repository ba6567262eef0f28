// The search box. Tells "fenghui-query" {q, first, entered}: first when this is
// the first change since the reader last entered a query, entered when it was
// sent off with Enter or the button.
//
// With an input method, letters typed are not yet words: nothing is told while
// a composition is open, and the Enter that picks a candidate is not a search.
import { el } from "./dom.js";
import { t } from "./words.js";

const PAUSE = 150; // ms of quiet before what is typed is searched

export class SearchBox extends HTMLElement {
  #input;
  #composing = false;
  #candidate = false;
  #typed = false;
  #timer = 0;

  connectedCallback() {
    this.render();
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
  }

  /** Draws it in the language spoken; what is typed stays. */
  render() {
    const value = this.#input?.value ?? "";
    this.#input = el("input", {
      id: "fenghui-query", type: "search", name: "q", placeholder: t("box.placeholder"), "aria-label": t("box.label"),
      "aria-keyshortcuts": "/", autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "search",
      oninput: () => this.#changed(), onkeydown: (event) => this.#pressed(event),
      oncompositionstart: () => (this.#composing = true), oncompositionend: () => this.#composed(),
      onblur: () => (this.#typed = false),
    });
    this.#input.value = value;
    const button = el("button", { class: "box-submit" }, t("box.submit"));
    const form = el("form", { role: "search", onsubmit: (event) => this.#submitted(event) }, this.#input, el("kbd", { "aria-hidden": "true" }, "/"), button);
    this.replaceChildren(form);
  }

  /** Shows a query; one that is being typed is left alone. @param {string} q */
  show(q) {
    if (this.#composing || document.activeElement === this.#input) return;
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

  #composed() {
    this.#composing = false;
    this.#changed(); // browsers differ on whether an input event follows
  }

  #changed() {
    clearTimeout(this.#timer);
    if (this.#composing) return;
    this.#timer = setTimeout(() => !this.#composing && this.#tell(false), PAUSE);
  }

  // Safari ends a composition before the key that ended it; 229 still gives it away.
  #pressed(event) {
    this.#candidate = event.isComposing || event.keyCode === 229;
    if (this.#candidate) setTimeout(() => (this.#candidate = false));
  }

  #submitted(event) {
    event.preventDefault();
    if (this.#composing || this.#candidate) return;
    clearTimeout(this.#timer);
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
