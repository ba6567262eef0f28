// The search box. Emits "fenghui-query" {q, first, entered}: first when this is
// the first change since the reader last entered a query, entered when it was
// sent off with Enter or the button.
import { t } from "../lang/words.js";
import { el, emit } from "../parts/dom.js";
import { Typing } from "../parts/typing.js";

export class SearchBox extends HTMLElement {
  #input;
  #typing;
  #typed = false;
  #suggestions = null;

  /** @type {(query: string, signal: AbortSignal) => Promise<import("../engine/protocol.js").SuggestAnswer>} asks how a query may go on */
  ask = null;

  connectedCallback() {
    this.render();
  }

  disconnectedCallback() {
    this.#rest();
  }

  /** Draws it in the current language; what is typed stays. */
  render() {
    const value = this.#input?.value ?? "";
    this.#input = el("input", {
      id: "fenghui-query", type: "search", name: "q", placeholder: t("box.placeholder"), "aria-label": t("box.label"),
      "aria-keyshortcuts": "/", autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "search",
      onblur: () => (this.#typed = false),
    });
    this.#input.value = value;
    this.#rest();
    this.#typing = new Typing(this.#input, () => this.#changed());
    this.#suggestions = null;
    this.#input.addEventListener("focus", () => this.#prepare());
    const button = el("button", { class: "box-submit" }, t("box.submit"));
    const form = el("form", { role: "search", onsubmit: (event) => this.#submitted(event) }, this.#input, el("kbd", { "aria-hidden": "true" }, "/"), button);
    this.replaceChildren(form);
  }

  /** Shows a query; one that is being typed is left alone. @param {string} q */
  show(q) {
    if (this.#typing.composing || document.activeElement === this.#input || this.#input.value === q) return;
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

  /** What stands in it. @returns {string} */
  get query() {
    return this.#input.value.trim();
  }

  #submitted(event) {
    event.preventDefault();
    if (this.#typing.busy) return;
    this.#rest();
    this.#tell(true);
    this.#typed = false;
  }

  /** Gives up what was to come of what is typed. */
  #rest() {
    this.#typing?.stop();
    this.#suggestions?.hide();
  }

  #changed() {
    this.#suggestions?.show();
    this.#tell(false);
  }

  // Suggestions come when the first query is about to be typed.
  async #prepare() {
    if (this.#suggestions || !this.ask) return;
    await import("./suggestions.js");
    if (this.#suggestions) return;
    this.#suggestions = document.createElement("fenghui-suggestions");
    this.#suggestions.serve(this.#input, this.ask, (query) => this.#picked(query));
    this.#input.form.append(this.#suggestions);
  }

  #picked(query) {
    this.#input.value = query;
    this.#typing.stop();
    this.#tell(false);
  }

  #tell(entered) {
    const detail = { q: this.query, first: !this.#typed, entered };
    this.#typed = true;
    emit(this, "fenghui-query", detail);
  }
}

customElements.define("fenghui-search-box", SearchBox);
