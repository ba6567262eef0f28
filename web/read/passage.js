// One paragraph of a document, with its number and its source.
import { format } from "../address/route.js";
import { t } from "../lang/words.js";
import { el, runs } from "../parts/dom.js";
import { marksOn } from "./tools.js";

/** @typedef {import("../engine/protocol.js").Passage} Passage */

/** An article's title line is its first passage too; it is shown once. @param {Passage} [first] @param {string} title */
export function isTitle(first, title) {
  return first?.kind === "heading" && (first.runs ?? []).map((run) => run.text).join("") === title;
}

/** A passage's text, with its figures marked unless the reader will not have them. @param {Passage} passage */
export function marked({ runs: list }) {
  return runs(marksOn() ? list : (list ?? []).map(({ text, kind = "" }) => ({ text, kind: kind.replace("figure", "").trim() })));
}

/** @param {Passage} shown @param {number} n from 1 @param {string} id of the document @param {string} q query */
export function passage(shown, n, id, q) {
  const { kind, ref } = shown;
  const number = el("a", { class: "number", href: format({ view: "read", id, p: n, q }), "aria-label": t("read.passageLink", { n }) }, String(n));
  const source = ref && el("span", { class: "ref", title: t("read.ref", { ref }) }, ref);
  const props = { id: `p${n}`, class: `passage ${kind}`, tabindex: "-1", "data-p": String(n - 1) };
  return el("div", props, number, el(kind === "heading" ? "h2" : "p", {}, marked(shown), source && " ", source));
}

/**
 * Says at its place, and politely, that what a link leads to is not there. An
 * announcement takes a place that has been there before its words.
 * @param {string} key of the words @param {HTMLElement} place
 */
export function absent(key, place) {
  const said = el("p", { class: "note absent", role: "status" });
  (place.closest("h1")?.parentElement ?? place).append(said);
  requestAnimationFrame(() => said.append(t(key)));
  return said;
}
