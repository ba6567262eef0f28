// What a reader can do with the figures of a document: have them marked or
// not, and see them in a table.
import { format } from "../address/route.js";
import { t } from "../lang/words.js";
import { el } from "../parts/dom.js";
import { recall, remember } from "../parts/preferences.js";

/** @returns {boolean} whether figures are marked */
export function marksOn() {
  return recall("marks") !== "off";
}

/** @param {boolean} on */
export function switchMarks(on) {
  remember("marks", on ? "on" : "off");
}

/** @param {string} id of the document @param {() => void} changed */
export function readTools(id, changed) {
  const box = el("input", { type: "checkbox", checked: marksOn(), onchange: () => changed(switchMarks(box.checked)) });
  return el("div", { class: "read-tools" },
    el("label", { class: "switch" }, box, t("read.marks")),
    el("a", { href: format({ view: "figures", document: id }) }, t("figure.ofDocument")),
    el("a", { href: format({ view: "compare", document: id }) }, t("compare.ofDocument")));
}
