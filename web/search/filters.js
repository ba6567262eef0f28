// What hits can be narrowed to: organisation and date of the summit, names in
// the passage, its figures. Emits "fenghui-filter" {the filters that changed}.
import { date, hasWord, month, number, t } from "../lang/words.js";
import { el, emit } from "../parts/dom.js";
import { filtersToggle } from "../parts/filters.js";

/** Name in the address: name in the answer. */
const LISTS = { summit: "summits", country: "countries", person: "persons", topic: "topics", kind: "kinds", speech: "speeches" };
/** Their values are not names, but have names in our words. */
const NAMED = { kind: (value) => `figure.kind.${value}`, speech: (value) => `figure.speech.${value}` };
const OPEN = ["summit", "country"]; // at first
const FEW = 6; // values of a list, until more are asked for
const EARLIEST = "1900-01-01"; // a year still being typed is earlier

/** All filters off. */
export const NONE = Object.freeze({ from: "", to: "", ...Object.fromEntries(Object.keys(LISTS).map((list) => [list, []])) });

/**
 * What is set, one by one: what it is called, and the change that takes it away.
 * @param {import("../address/route.js").Route} route
 * @param {import("../engine/protocol.js").HitFacets} facets
 */
export function settings(route, facets) {
  const lists = Object.keys(LISTS).flatMap((list) =>
    route[list].map((value) => ({ label: called(list, value, facets), without: { [list]: route[list].filter((other) => other !== value) } })));
  if (!route.from && !route.to) return lists;
  const days = route.from && route.to ? "filter.between" : route.from ? "filter.since" : "filter.until";
  return [{ label: t(days, { from: date(route.from), to: date(route.to) }), without: { from: "", to: "" } }, ...lists];
}

function called(list, value, facets) {
  if (list in NAMED && hasWord(NAMED[list](value))) return t(NAMED[list](value));
  return facets[LISTS[list]]?.find((count) => count.value === value)?.label || value;
}

// First and last day of a month, or of a year.
function bounds(value) {
  const [year, of] = value.split("-").map(Number);
  const end = new Date(Date.UTC(of ? year : year + 1, of ?? 0, 0)).toISOString().slice(0, 10);
  return { from: of ? `${value}-01` : `${value}-01-01`, to: end };
}

export class Filters extends HTMLElement {
  #route = NONE;
  #facets = {};
  #all = new Set(); // lists that are shown whole
  #toggle = filtersToggle("filters");
  #from = this.#dateField("from");
  #to = this.#dateField("to");
  #months = el("div", { class: "facet-list" });
  #among = el("p", { class: "note", hidden: true });
  #lists = Object.fromEntries(Object.keys(LISTS).map((list) => [list, this.#section(list)]));

  connectedCallback() {
    if (this.firstChild) return;
    const { summit, ...others } = this.#lists;
    const dates = el("details", { class: "hit-facet", open: true }, el("summary", {}, t("filter.date")), this.#months,
      el("div", { class: "dates" }, el("label", {}, el("span", {}, t("filter.from")), this.#from), el("label", {}, el("span", {}, t("filter.to")), this.#to)));
    this.append(this.#toggle, el("div", { id: "filters", class: "filters-panel" }, summit, dates, Object.values(others), this.#among));
  }

  /**
   * @param {import("../address/route.js").Route} route
   * @param {import("../engine/protocol.js").HitFacets} [facets] counts of the answer to it
   */
  show(route, facets) {
    this.#route = route;
    for (const [field, day] of [[this.#from, route.from], [this.#to, route.to]]) if (field.value !== day) field.value = day;
    const active = settings(route, {}).length;
    const title = active ? t("filter.active", { count: active }) : t("filter.title");
    if (this.#toggle.textContent !== title) this.#toggle.textContent = title;
    if (facets) this.#count(facets);
  }

  #count(facets) {
    this.#facets = facets;
    const focused = this.contains(document.activeElement) && document.activeElement.dataset.value;
    for (const list of Object.keys(LISTS)) this.#showList(list);
    this.#months.replaceChildren(...(facets.dates ?? []).map(({ value, count }) => this.#month(value, count)));
    this.#among.hidden = !facets.among;
    this.#among.textContent = facets.among ? t("filter.among", { count: facets.among }) : "";
    if (focused) [...this.querySelectorAll("[data-value]")].find(({ dataset }) => dataset.value === focused)?.focus({ preventScroll: true });
  }

  #showList(list) {
    const counts = this.#facets[LISTS[list]] ?? [];
    const missing = this.#route[list].filter((value) => !counts.some((counted) => counted.value === value));
    const values = [...counts, ...missing.map((value) => ({ value, count: 0 }))];
    const few = this.#all.has(list) ? values : values.filter(({ value }, i) => i < FEW || this.#route[list].includes(value));
    const rest = values.length - few.length;
    const section = this.#lists[list];
    section.lastChild.replaceChildren(...few.map(({ value, count }) => this.#choice(list, value, count)),
      ...(rest > 0 ? [el("button", { type: "button", class: "quiet", onclick: () => this.#unfold(list) }, t("filter.more", { count: rest }))] : []));
    section.hidden = values.length === 0;
    if (this.#route[list].length) section.open = true;
  }

  #choice(list, value, count) {
    const name = called(list, value, this.#facets);
    const box = el("input", {
      type: "checkbox", value, "data-value": `${list} ${value}`, checked: this.#route[list].includes(value), "aria-label": t("filter.chip", { name, count }),
    });
    return el("label", { class: "facet-value" }, box,
      el("span", { lang: name === value && "zh" }, name),
      el("span", { class: "chip-count" }, number(count)));
  }

  #month(value, count) {
    const days = bounds(value);
    const chosen = this.#route.from === days.from && this.#route.to === days.to;
    const box = el("input", {
      type: "checkbox", "data-value": value, checked: chosen, "aria-label": t("filter.chip", { name: month(value), count }),
      onchange: () => this.#tell(chosen ? { from: "", to: "" } : days),
    });
    return el("label", { class: "facet-value" }, box,
      el("span", {}, month(value)),
      el("span", { class: "chip-count" }, number(count)));
  }

  #section(list) {
    const values = el("div", { class: "facet-list", role: "group", "aria-label": t(`filter.${list}`) });
    values.addEventListener("change", () => this.#tell({ [list]: [...values.querySelectorAll("input:checked")].map((input) => input.value) }));
    return el("details", { class: "hit-facet", "data-list": list, open: OPEN.includes(list), hidden: true }, el("summary", {}, t(`filter.${list}`)), values);
  }

  #unfold(list) {
    this.#all.add(list);
    this.#showList(list);
    this.#lists[list].querySelectorAll("input")[FEW]?.focus();
  }

  #dateField(name) {
    return el("input", { type: "date", name, min: EARLIEST, onchange: (event) => this.#dated(name, event.target.value) });
  }

  #dated(name, value) {
    if (!value || value >= EARLIEST) this.#tell({ [name]: value });
  }

  #tell(change) {
    emit(this, "fenghui-filter", change);
  }
}

customElements.define("fenghui-filters", Filters);
