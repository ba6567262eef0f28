// What the filter bars of several views share: the button that opens them where
// there is little room, and the filters that are set, as chips.
import { t } from "../lang/words.js";
import { el } from "./dom.js";

/** A button that opens and closes the filters. @param {string} panel the ID of the element that has them */
export function filtersToggle(panel) {
  const toggle = el("button", { type: "button", class: "filters-toggle", "aria-expanded": "false", "aria-controls": panel, onclick: () => {
    toggle.setAttribute("aria-expanded", String(toggle.getAttribute("aria-expanded") !== "true"));
  } });
  return toggle;
}

/**
 * A chip for each filter that is set, which takes it away; where there are
 * several, one more button takes away all.
 * @param {{label: string, without: object}[]} set without: the change that takes the filter away
 * @param {object} none the change that takes away all
 * @param {(change: object) => void} change
 * @returns {(HTMLElement|false)[]}
 */
export function filterChips(set, none, change) {
  const chip = ({ label, without }) =>
    el("button", { type: "button", class: "chip", "aria-label": t("figures.unset", { name: label }), onclick: () => change(without) },
      label, el("span", { "aria-hidden": "true" }, "×"));
  return [
    ...set.map(chip),
    set.length > 1 && el("button", { type: "button", class: "quiet", onclick: () => change(none) }, t("search.clearFilters")),
  ];
}
