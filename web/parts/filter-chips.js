// The filters that are set, as chips: each takes its filter away, and where
// there are several, one more button takes away all.
import { t } from "../lang/words.js";
import { el } from "./dom.js";

/**
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
