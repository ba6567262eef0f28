// Figures as a table; on a narrow screen each row becomes two or three lines.
// Emits "fenghui-choose" {change: {sort}, typed}.
import { t } from "../lang/words.js";
import { el, emit, fill } from "../parts/dom.js";
import { stepIn } from "../parts/keys.js";
import { cell, SORTED } from "./columns.js";
import { name, unitName } from "./words.js";

export class FigureTable extends HTMLElement {
  #columns = [];
  #groups = [];
  #group = ""; // of the last row
  #table = el("table");

  connectedCallback() {
    this.addEventListener("click", open);
  }

  disconnectedCallback() {
    this.removeEventListener("click", open);
  }

  /**
   * @param {import("../engine/protocol.js").FigureRow[]} figures
   * @param {{columns: string[], units: import("../lang/numbers.js").Units, sort: string, groups?: import("../engine/protocol.js").FigureGroup[]}} how
   */
  show(figures, { columns, units, sort, groups = [] }) {
    const focused = this.contains(document.activeElement) && document.activeElement.dataset.column;
    [this.#columns, this.#groups, this.#group] = [columns, groups, ""];
    this.#table = el("table", {},
      el("caption", { class: "unseen" }, t("figures.title")),
      el("thead", {}, el("tr", {}, columns.map((column) => this.#head(column, sort)))),
      el("tbody"));
    this.add(figures, units);
    this.hidden = figures.length === 0;
    fill(this, this.#table);
    if (focused) this.querySelector(`button[data-column="${focused}"]`)?.focus({ preventScroll: true });
  }

  /** Shows further figures beneath. */
  add(figures, units) {
    for (const figure of figures) {
      this.#begin(figure);
      this.#table.lastChild.append(el("tr", {}, this.#columns.map((column) => cell(column, figure, units))));
    }
  }

  // A group begins with what its values are of: only these are compared.
  #begin({ kind, unit = "" }) {
    const key = `${kind} ${unit}`;
    const group = this.#groups.find((one) => one.kind === kind && (one.unit ?? "") === unit);
    if (!group || key === this.#group) return;
    this.#group = key;
    const heading = el("th", { scope: "rowgroup", colspan: this.#columns.length }, groupName(group), " ", el("span", {}, t("figures.count", { count: group.count })));
    this.#table.append(el("tbody", {}, el("tr", { class: "group" }, heading)));
  }

  /** Moves the choice by so many rows. @param {number} step */
  move(step) {
    const next = stepIn([...this.querySelectorAll("th.quote a")], step);
    next?.focus({ preventScroll: true });
    next?.closest("tr").scrollIntoView({ block: "nearest" });
  }

  /** Opens the chosen row, or the first. */
  open() {
    const chosen = this.contains(document.activeElement) ? document.activeElement : this.querySelector("th.quote a");
    chosen?.click();
  }

  #head(column, sort) {
    const word = t(`figures.column.${column}`);
    if (!SORTED.includes(column)) return el("th", { scope: "col", class: column }, word);
    const way = sort === column ? "ascending" : sort === `-${column}` ? "descending" : "none";
    return el("th", { scope: "col", class: column, "aria-sort": way },
      el("button", { type: "button", "data-column": column, onclick: () => this.#sort(column, way) }, word));
  }

  // Up, down, and back to the order of the text.
  #sort(column, way) {
    const sort = { none: column, ascending: `-${column}`, descending: "" }[way];
    emit(this, "fenghui-choose", { change: { sort }, typed: true });
  }
}

// What the values of a group are of: money in US dollars.
function groupName({ kind, unit }) {
  const named = unit ? unitName({ kind, unit }) || name("figure.unit", unit) : t("figures.unitless");
  return t("figures.group", { kind: name("figure.kind", kind), unit: named });
}

// A click anywhere on a row opens its figure, unless it ends a selection.
function open(event) {
  if (event.target.closest("a, button") || !getSelection().isCollapsed) return;
  event.target.closest("tbody tr")?.querySelector("th.quote a")?.click();
}

customElements.define("fenghui-figure-table", FigureTable);
