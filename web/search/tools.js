// Above the hits of Search: the filters that are set, each to be taken away,
// and the order. Emits "fenghui-filter" {change}.
import { format } from "../address/route.js";
import { t } from "../lang/words.js";
import { el, emit, fill } from "../parts/dom.js";
import { filterChips } from "../parts/filters.js";
import { NONE, settings } from "./filters.js";

const SORTS = ["", "date", "-date"];

export class SearchTools extends HTMLElement {
  #set = el("div", { class: "set", role: "group", "aria-label": t("figures.set") });
  #sort = el("select", { onchange: () => this.#tell({ sort: this.#sort.value, n: 0 }) },
    SORTS.map((sort) => el("option", { value: sort }, t(`search.order.${sort || "best"}`))));
  #pair = el("p", { class: "pair note", hidden: true });
  #sorting = el("label", { class: "sorting", hidden: true }, el("span", { class: "unseen" }, t("figures.order")), this.#sort);

  connectedCallback() {
    if (!this.firstChild) this.append(this.#sorting, this.#set, this.#pair);
  }

  /** @param {import("../address/route.js").Route} route @param {import("../engine/protocol.js").HitFacets} facets @param {number} documents */
  show(route, facets, documents) {
    this.#sort.value = route.sort;
    this.#sorting.hidden = documents < 2;
    this.#between(route, facets.countries ?? []);
    const set = settings(route, facets);
    const focused = this.#set.contains(document.activeElement);
    fill(this.#set, filterChips(set, NONE, (change) => this.#tell(change)));
    if (focused) this.#set.querySelector("button")?.focus({ preventScroll: true });
  }

  // A search for two parties links to the page about both.
  #between({ q, country }, countries) {
    const asked = countries.filter(({ value, label }) => country.includes(value) || q.includes(value) || (label && q.includes(label)));
    this.#pair.hidden = asked.length !== 2;
    if (asked.length !== 2) return;
    const [a, b] = asked;
    fill(this.#pair, el("a", { href: format({ view: "partner", of: a.value, id: b.value }) }, t("partner.all", { a: a.label || a.value, b: b.label || b.value })));
  }

  #tell(change) {
    emit(this, "fenghui-filter", change);
  }
}

customElements.define("fenghui-search-tools", SearchTools);
