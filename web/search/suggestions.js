// Ways to go on with what is typed, beneath the search box: a list to be gone
// through with the arrows. Enter picks the one chosen; Escape puts it away.
import { Latest } from "../engine/latest.js";
import { number, t } from "../lang/words.js";
import { el } from "../parts/dom.js";
import { isComposing } from "../parts/typing.js";

export class Suggestions extends HTMLElement {
  #latest = new Latest();
  #input = null;
  #ask = null;
  #picked = null;
  #list = [];
  #at = -1;
  #options = el("ul", { id: "fenghui-suggestions", role: "listbox", "aria-label": t("box.suggestions") });
  #count = el("p", { class: "unseen", role: "status" });

  /**
   * @param {HTMLInputElement} input
   * @param {(query: string, signal: AbortSignal) => Promise<import("../engine/protocol.js").SuggestAnswer>} ask
   * @param {(query: string) => void} picked
   */
  serve(input, ask, picked) {
    this.#input = input;
    this.#ask = ask;
    this.#picked = picked;
    const told = { role: "combobox", "aria-autocomplete": "list", "aria-controls": this.#options.id, "aria-expanded": "false" };
    for (const [name, value] of Object.entries(told)) input.setAttribute(name, value);
    input.addEventListener("keydown", (event) => this.#pressed(event), true);
    input.addEventListener("input", () => this.#choose(-1)); // Enter means what is typed again
    input.addEventListener("blur", () => this.hide());
    this.replaceChildren(this.#options, this.#count);
    this.hide();
  }

  /** What is typed has changed. */
  async show() {
    const query = this.#input.value.trimStart();
    if (!query) return this.hide();
    const answer = await this.#latest.ask((signal) => this.#ask(query, signal)).catch(() => null);
    if (!answer || document.activeElement !== this.#input) return;
    this.#list = answer.suggestions.filter(({ query: whole }) => whole !== query);
    this.#at = -1;
    this.#options.replaceChildren(...this.#list.map((suggestion, i) => this.#option(suggestion, i)));
    this.#count.textContent = this.#list.length ? t("box.suggested", { count: this.#list.length }) : "";
    this.#open(this.#list.length > 0);
  }

  hide() {
    this.#latest.stop();
    this.#list = [];
    this.#open(false);
  }

  #open(open) {
    this.hidden = !open;
    this.#input.setAttribute("aria-expanded", String(open));
    if (!open) this.#input.removeAttribute("aria-activedescendant");
  }

  #option({ text, means, kind, count }, i) {
    return el("li", { id: `fenghui-suggestion-${i}`, role: "option", "aria-selected": "false", onmousedown: keepFocus, onclick: () => this.#pick(i) },
      el("span", { class: "suggestion", lang: "zh" }, text, means && el("span", { class: "means" }, means)),
      el("span", { class: "means" }, kind && t(`name.${kind}`)),
      el("span", { class: "chip-count" }, number(count)));
  }

  #pressed(event) {
    if (this.hidden || isComposing(event) || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
    const acts = { ArrowDown: () => this.#choose(this.#at + 1), ArrowUp: () => this.#choose(this.#at - 1), Escape: () => this.hide() };
    const act = event.key === "Enter" && this.#at >= 0 ? () => this.#pick(this.#at) : acts[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  // Wraps around, with "none" between the last and the first.
  #choose(at) {
    const places = this.#list.length + 1;
    this.#at = ((at + 1 + places) % places) - 1;
    [...this.#options.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === this.#at)));
    const chosen = this.#options.children[this.#at];
    chosen?.scrollIntoView({ block: "nearest" });
    if (chosen) this.#input.setAttribute("aria-activedescendant", chosen.id);
    else this.#input.removeAttribute("aria-activedescendant");
  }

  #pick(i) {
    const { query } = this.#list[i];
    this.hide();
    this.#picked(query);
  }
}

// A press must not take the focus out of the field, which would close the list.
// It picks nothing yet: the click does, so that a press can still be taken back.
function keepFocus(event) {
  event.preventDefault();
}

customElements.define("fenghui-suggestions", Suggestions);
