// How figures are shown and downloaded: units, columns, order, files. Emits
// "fenghui-show" {what changes in the address}, "fenghui-choose" {change: {sort},
// typed} and "fenghui-download" {ending}.
import { usualUnits } from "../lang/numbers.js";
import { t } from "../lang/words.js";
import { el, emit } from "../parts/dom.js";
import { formatColumns, parseColumns, NAMES, SORTED } from "./columns.js";

const UNITS = ["zh", "en", "full"];

export class FigureTools extends HTMLElement {
  #units = Object.fromEntries(UNITS.map((units) => [units, this.#unitsBox(units)]));
  #columns = Object.fromEntries(NAMES.map((column) => [column, this.#columnBox(column)]));
  #sort = el("select", { onchange: ({ target }) => emit(this, "fenghui-choose", { change: { sort: target.value }, typed: true }) });
  #downloads = ["csv", "json"].map((ending) => this.#downloadButton(ending));

  connectedCallback() {
    if (this.firstChild) return;
    const orders = ["", ...SORTED.flatMap((column) => [column, `-${column}`])];
    this.#sort.append(...orders.map((sort) => el("option", { value: sort }, orderName(sort))));
    this.append(
      el("label", { class: "order" }, t("figures.order"), this.#sort),
      el("fieldset", { class: "units" }, el("legend", { class: "unseen" }, t("figures.units")),
        UNITS.map((units) => el("label", {}, this.#units[units], el("span", {}, t(`figures.units.${units}`))))),
      el("details", { class: "facet columns" },
        el("summary", {}, t("figures.columns")),
        el("div", { class: "facet-values", role: "group", "aria-label": t("figures.columns") },
          NAMES.map((column) => el("label", { class: "facet-value" }, this.#columns[column], el("span", {}, t(`figures.column.${column}`)))))),
      el("div", { class: "downloads", role: "group", "aria-label": t("figures.download") }, this.#downloads));
  }

  /** @param {import("../address/route.js").Route} route @param {number} total figures there are to download */
  show(route, total) {
    const columns = parseColumns(route.cols);
    this.#units[route.units || usualUnits()].checked = true;
    this.#sort.value = route.sort;
    for (const column of NAMES) this.#columns[column].checked = columns.includes(column);
    for (const button of this.#downloads) button.disabled = total === 0;
  }

  #unitsBox(units) {
    const chosen = () => this.#show({ units: units === usualUnits() ? "" : units });
    return el("input", { type: "radio", name: "figure-units", value: units, onchange: chosen });
  }

  #columnBox(column) {
    return el("input", { type: "checkbox", value: column, disabled: column === "quote", onchange: () => this.#choose() });
  }

  #downloadButton(ending) {
    const kind = ending.toUpperCase();
    return el("button", {
      type: "button", "aria-keyshortcuts": ending === "csv" && "d", "aria-label": t("figures.download.as", { kind }),
      onclick: () => emit(this, "fenghui-download", { ending }),
    }, kind);
  }

  #choose() {
    this.#show({ cols: formatColumns(NAMES.filter((column) => this.#columns[column].checked)) });
  }

  #show(change) {
    emit(this, "fenghui-show", change);
  }
}

function orderName(sort) {
  if (!sort) return t("figures.order.text");
  return t(sort.startsWith("-") ? "figures.order.down" : "figures.order.up", { column: t(`figures.column.${sort.replace("-", "")}`) });
}

customElements.define("fenghui-figure-tools", FigureTools);
