// The filter bar of Figures: three fields, the facets, two switches, and chips
// of all that is set. Emits "fenghui-choose" {change, typed: it replaces the address}.
import { FIGURE_LISTS, FIGURE_SWITCHES, FIGURE_TEXTS } from "../address/route.js";
import { t } from "../lang/words.js";
import { el, emit, fill } from "../parts/dom.js";
import { filterChips, filtersToggle } from "../parts/filters.js";
import { Typing } from "../parts/typing.js";
import { listSettings, setting } from "./facets.js";

/** All filters off. */
export const NONE = Object.freeze({
  ...Object.fromEntries(FIGURE_TEXTS.map((name) => [name, ""])),
  ...Object.fromEntries(FIGURE_LISTS.map((name) => [name, []])),
  ...Object.fromEntries(FIGURE_SWITCHES.map((name) => [name, false])),
});

/**
 * What is set, one by one: its label, and the change that takes it away. Times
 * are let in rather than kept out, so that switch takes nothing away.
 * @param {import("../address/route.js").Route} route
 * @param {import("../engine/protocol.js").FigureFacets} facets
 * @param {(id: string) => string} title of a document
 */
export function settings(route, facets, title) {
  return [
    ...FIGURE_TEXTS.filter((name) => route[name]).map((name) => setting(name, name === "document" ? title(route[name]) : route[name], "")),
    ...listSettings(FIGURE_LISTS, route, facets),
    ...(route.doubtful ? [{ label: t("figures.filter.doubtful"), without: { doubtful: false } }] : []),
  ];
}

export class FigureFilters extends HTMLElement {
  #fields = Object.fromEntries(["text", "value", "period"].map((name) => [name, this.#field(name)]));
  #switches = Object.fromEntries(FIGURE_SWITCHES.map((name) => [name, this.#switch(name)]));
  #typings = Object.entries(this.#fields).map(([name, input]) => new Typing(input, () => this.#typed(name)));
  #toggle = filtersToggle("figure-filters");
  #facets = el("fenghui-figure-facets");
  #chips = el("div", { class: "set", role: "group", "aria-label": t("figures.set") });

  connectedCallback() {
    if (this.firstChild) return;
    const { text, value, period } = this.#fields;
    this.append(
      el("form", { class: "figure-fields", role: "search", "aria-label": t("figures.filters"), onsubmit: (event) => this.#submitted(event) },
        labelled("text", text), labelled("value", value), labelled("period", period)),
      this.#toggle,
      el("div", { id: "figure-filters", class: "figure-panel" }, this.#facets,
        FIGURE_SWITCHES.map((name) => el("label", { class: "switch" }, this.#switches[name], t(`figures.filter.${name}`)))),
      this.#chips);
  }

  disconnectedCallback() {
    this.#typings.forEach((typing) => typing.stop());
  }

  /**
   * @param {import("../address/route.js").Route} route
   * @param {import("../engine/protocol.js").FigureFacets} facets
   * @param {(id: string) => string} title
   */
  show(route, facets, title) {
    for (const [name, input] of Object.entries(this.#fields)) if (input !== document.activeElement) input.value = route[name];
    for (const name of FIGURE_SWITCHES) this.#switches[name].checked = route[name];
    this.#facets.show(route, facets);
    const set = settings(route, facets, title);
    this.#toggle.textContent = set.length ? t("filter.active", { count: set.length }) : t("filter.title");
    const focused = this.#chips.contains(document.activeElement);
    fill(this.#chips, filterChips(set, NONE, (change) => this.#tell(change)));
    if (focused) (this.#chips.querySelector("button") ?? this.#fields.text).focus({ preventScroll: true });
  }

  #field(name) {
    return el("input", {
      type: "search", name, placeholder: t(`figures.hint.${name}`), autocomplete: "off", autocapitalize: "off", spellcheck: "false",
      enterkeyhint: "search",
    });
  }

  #switch(name) {
    return el("input", { type: "checkbox", name, onchange: ({ target }) => this.#tell({ [name]: target.checked }) });
  }

  #typed(name) {
    this.#tell({ [name]: this.#fields[name].value.trim() }, true);
  }

  #submitted(event) {
    event.preventDefault();
    if (this.#typings.some((typing) => typing.busy)) return;
    this.#typings.forEach((typing) => typing.stop());
    this.#tell(Object.fromEntries(Object.entries(this.#fields).map(([name, input]) => [name, input.value.trim()])), true);
  }

  #tell(change, typed = false) {
    emit(this, "fenghui-choose", { change, typed });
  }
}

function labelled(name, input) {
  return el("label", { class: `field ${name}` }, el("span", {}, t(`figures.filter.${name}`)), input);
}

customElements.define("fenghui-figure-filters", FigureFilters);
