// What figures can be chosen by: a button for each, with its values and their
// counts beneath. Emits "fenghui-choose" {change: the list that changed}.
import { FIGURE_LISTS } from "../address/route.js";
import { number, t } from "../lang/words.js";
import { el, emit } from "../parts/dom.js";
import { name, unitName } from "./words.js";

/** Name in the address: name in the answer. Of indicators there are too many to be counted. */
const COUNTED = { kind: "kinds", measure: "measures", party: "parties", status: "statuses", bound: "bounds", unit: "units", speech: "speeches", summit: "summits", verdict: "verdicts" };

/**
 * What a value of a list is called; one that nothing can have is called unknown.
 * @param {string} list
 * @param {string} value
 * @param {import("../engine/protocol.js").FigureFacets} facets
 */
export function valueName(list, value, facets) {
  const counted = countsOf(facets, list).find((count) => count.value === value);
  const called = counted?.label || nameOf(list, value);
  const unknown = called === value && !counted && !NAMED.includes(list) && !(list === "measure" && facets.waiting);
  return unknown ? t("figures.unknown", { value }) : called;
}

/**
 * A filter that is set: its label, and the change that takes it away.
 * @param {string} list what it filters by, as the address names it
 * @param {string} value in words
 * @param {string|string[]} without what is left of the list
 */
export function setting(list, value, without) {
  return { label: t("figures.chip", { name: t(`figures.filter.${list}`), value }), without: { [list]: without } };
}

/**
 * The values that are set of some lists, one by one.
 * @param {string[]} lists
 * @param {import("../address/route.js").Route} route
 * @param {import("../engine/protocol.js").FigureFacets} facets
 */
export function listSettings(lists, route, facets) {
  return lists.flatMap((list) => route[list].map((value) =>
    setting(list, valueName(list, value, facets), route[list].filter((other) => other !== value))));
}

/** Their values are names themselves. */
const NAMED = ["indicator", "party", "summit"];

function nameOf(list, value) {
  if (list === "unit") return unitName({ unit: value }) || name("figure.unit", value);
  if (list === "verdict") return name("verdict", value);
  return ["kind", "status", "bound", "speech"].includes(list) ? name(`figure.${list}`, value) : value;
}

function countsOf(facets, list) {
  return facets[COUNTED[list]] ?? [];
}

export class FigureFacets extends HTMLElement {
  static lists = FIGURE_LISTS.filter((list) => list in COUNTED);
  static word = "figures.facet"; // a value and how many there are of it

  #panels = new Map();

  connectedCallback() {
    document.addEventListener("pointerdown", this.#outside);
    this.addEventListener("keydown", escape);
    if (this.firstChild) return;
    for (const list of this.constructor.lists) {
      const panel = el("div", { class: "facet-values", role: "group", "aria-label": t(`figures.filter.${list}`) });
      const count = el("span", { class: "facet-count" });
      const facet = el("details", { class: "facet", "data-list": list, ontoggle: () => facet.open && this.#close(facet) },
        el("summary", {}, t(`figures.filter.${list}`), count), panel);
      panel.addEventListener("change", () => this.#tell(list));
      this.#panels.set(list, { facet, panel, count });
      this.append(facet);
    }
  }

  disconnectedCallback() {
    document.removeEventListener("pointerdown", this.#outside);
    this.removeEventListener("keydown", escape);
  }

  /** @param {import("../address/route.js").Route} route @param {import("../engine/protocol.js").FigureFacets} facets */
  show(route, facets) {
    for (const [list, { facet, panel, count }] of this.#panels) {
      const counts = countsOf(facets, list).filter(({ value }) => value);
      const missing = route[list].filter((value) => !counts.some((counted) => counted.value === value));
      const all = [...counts, ...missing.map((value) => ({ value, count: 0 }))];
      const focused = panel.contains(document.activeElement) && document.activeElement.value;
      panel.replaceChildren(...all.map(({ value, count: figures }) => choice(this.constructor.word, valueName(list, value, facets), value, figures, route[list])));
      if (focused) [...panel.querySelectorAll("input")].find((input) => input.value === focused)?.focus({ preventScroll: true });
      count.textContent = route[list].length ? number(route[list].length) : "";
      facet.hidden = all.length === 0;
    }
  }

  #tell(list) {
    const checked = this.#panels.get(list).panel.querySelectorAll("input:checked");
    const change = { [list]: [...checked].map((input) => input.value) };
    emit(this, "fenghui-choose", { change });
  }

  // One at a time; a touch elsewhere closes it.
  #close(but) {
    for (const { facet } of this.#panels.values()) if (facet !== but) facet.open = false;
  }

  #outside = ({ target }) => this.#close(target.closest?.("details.facet"));
}

function choice(word, label, value, count, chosen) {
  return el("label", { class: "facet-value" },
    el("input", { type: "checkbox", value, checked: chosen.includes(value), "aria-label": t(word, { name: label, count }) }),
    el("span", { lang: label === value && "zh" }, label), el("span", { class: "chip-count" }, number(count)));
}

function escape(event) {
  const open = event.key === "Escape" && event.target.closest("details[open]");
  if (!open) return;
  event.preventDefault();
  open.open = false;
  open.querySelector("summary").focus();
}

customElements.define("fenghui-figure-facets", FigureFacets);
