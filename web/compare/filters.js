// What comparisons can be chosen by: a row of kinds, the facets, and chips of
// all that is set. Emits "fenghui-choose" {change}.
import { COMPARE_LISTS } from "../address/route.js";
import { FigureFacets, listSettings, setting } from "../figures/facets.js";
import { name } from "../figures/words.js";
import { number, t } from "../lang/words.js";
import { el, emit, fill } from "../parts/dom.js";
import { filterChips } from "../parts/filters.js";
import { KINDS } from "./words.js";

class CompareFacets extends FigureFacets {
  static lists = COMPARE_LISTS;
  static word = "compare.facet";
}
customElements.define("fenghui-compare-facets", CompareFacets);

/** No filter set. */
export const NONE = Object.freeze({ document: "", kind: [], ...Object.fromEntries(COMPARE_LISTS.map((list) => [list, []])) });

/** Filters that are set, beside the kind: name and value, and the change that takes it away. */
export function settings(route, facets, title) {
  return [
    ...(route.document ? [setting("document", title(route.document), "")] : []),
    ...listSettings(COMPARE_LISTS, route, facets),
  ];
}

export class CompareFilters extends HTMLElement {
  #kinds = el("div", { class: "kinds", role: "group", "aria-label": t("compare.kinds") });
  #facets = el("fenghui-compare-facets");
  #chips = el("div", { class: "set", role: "group", "aria-label": t("figures.set") });

  connectedCallback() {
    if (this.firstChild) return;
    this.append(this.#kinds, el("div", { class: "figure-panel" }, this.#facets), this.#chips);
  }

  /**
   * @param {import("../address/route.js").Route} route
   * @param {import("../engine/protocol.js").CompareFacets} facets
   * @param {(id: string) => string} title of a document
   */
  show(route, facets, title) {
    const at = this.#place();
    fill(this.#kinds, ["", ...KINDS].map((kind) => this.#kind(kind, route, facets.kinds ?? [])));
    this.#facets.show(route, facets);
    const set = settings(route, facets, title);
    fill(this.#chips, filterChips(set, { ...NONE, kind: route.kind }, (change) => this.#tell(change)));
    if (at) (this.querySelectorAll(at.among)[at.index] ?? this.querySelector("button")).focus({ preventScroll: true });
  }

  // Where the focus is, to be kept though the buttons are new.
  #place() {
    for (const among of [".kinds button", ".set button"]) {
      const index = [...this.querySelectorAll(among)].indexOf(document.activeElement);
      if (index >= 0) return { among, index };
    }
    return null;
  }

  #kind(kind, route, counts) {
    const count = kind ? counts.find(({ value }) => value === kind)?.count ?? 0 : counts.reduce((sum, counted) => sum + counted.count, 0);
    const chosen = kind ? route.kind.includes(kind) : route.kind.length === 0;
    return el("button", { type: "button", class: "kind-choice", "aria-pressed": String(chosen), onclick: () => this.#tell({ kind: kind ? [kind] : [] }) },
      kind ? name("compare.kind", kind) : t("compare.all"), " ", el("span", { class: "chip-count" }, number(count)));
  }

  #tell(change) {
    emit(this, "fenghui-choose", { change });
  }
}

customElements.define("fenghui-compare-filters", CompareFilters);
