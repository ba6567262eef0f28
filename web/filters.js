// Date of the summit and organisation. Tells "fenghui-filter" {from, to, summit}.
import { el } from "./dom.js";
import { number, t } from "./words.js";

const EARLIEST = "1900-01-01"; // a year still being typed is earlier

export class Filters extends HTMLElement {
  #route = { from: "", to: "", summit: [] };
  #toggle = el("button", { type: "button", class: "filters-toggle", "aria-expanded": "false", "aria-controls": "filters", onclick: () => this.#fold() });
  #from = this.#dateField("from");
  #to = this.#dateField("to");
  #chips = el("div", { class: "chips" });
  #clear = el("button", { type: "button", class: "quiet", onclick: () => this.#tell({ from: "", to: "", summit: [] }) }, t("search.clearFilters"));

  connectedCallback() {
    if (this.firstChild) return;
    this.append(this.#toggle, el("div", { id: "filters", class: "filters-panel" },
      el("fieldset", { hidden: true }, el("legend", {}, t("filter.summit")), this.#chips),
      el("fieldset", { class: "dates" }, el("legend", {}, t("filter.date")),
        el("label", {}, el("span", {}, t("filter.from")), this.#from),
        el("label", {}, el("span", {}, t("filter.to")), this.#to)),
      this.#clear));
  }

  /**
   * @param {import("./address.js").Route} route
   * @param {import("./protocol.js").FacetCount[]} [facets] counts of the answer to it
   */
  show(route, facets) {
    this.#route = route;
    this.#from.value = route.from;
    this.#to.value = route.to;
    const active = route.summit.length + (route.from || route.to ? 1 : 0);
    this.#toggle.textContent = active ? t("filter.active", { count: active }) : t("filter.title");
    this.#clear.hidden = active === 0;
    if (facets) this.#showChips(facets);
  }

  #showChips(facets) {
    const told = new Map(facets.map(({ value, count }) => [value, count]));
    for (const value of this.#route.summit) if (!told.has(value)) told.set(value, 0);
    const focused = document.activeElement?.value;
    this.#chips.replaceChildren(...[...told].map(([value, count]) => this.#chip(value, count)));
    const again = [...this.#chips.querySelectorAll("input")].find((input) => input.value === focused);
    again?.focus({ preventScroll: true });
    this.#chips.parentElement.hidden = told.size === 0;
  }

  #chip(value, count) {
    const input = el("input", {
      type: "checkbox", value, checked: this.#route.summit.includes(value),
      "aria-label": t("filter.chip", { name: value, count }), onchange: () => this.#chosen(),
    });
    return el("label", { class: "chip" }, input,
      el("span", { lang: "zh" }, value), el("span", { class: "chip-count" }, number(count)));
  }

  #chosen() {
    const checked = this.#chips.querySelectorAll("input:checked");
    this.#tell({ summit: [...checked].map((input) => input.value) });
  }

  #dateField(name) {
    return el("input", { type: "date", name, min: EARLIEST, onchange: (event) => this.#dated(name, event.target.value) });
  }

  #dated(name, value) {
    if (!value || value >= EARLIEST) this.#tell({ [name]: value });
  }

  #tell(change) {
    const { from, to, summit } = this.#route;
    this.dispatchEvent(new CustomEvent("fenghui-filter", { detail: { from, to, summit, ...change }, bubbles: true }));
  }

  #fold() {
    const open = this.#toggle.getAttribute("aria-expanded") !== "true";
    this.#toggle.setAttribute("aria-expanded", String(open));
  }
}

customElements.define("fenghui-filters", Filters);
