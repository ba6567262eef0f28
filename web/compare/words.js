// A comparison in words: its verdict with its mark, where it can be opened,
// and where what it rests on stands.
import { format } from "../address/route.js";
import { figureAddress } from "../figures/columns.js";
import { name } from "../figures/words.js";
import { date, programLanguage, t } from "../lang/words.js";
import { titleOf } from "../parts/document-head.js";
import { el, runs } from "../parts/dom.js";

/** Kinds of comparisons, in the order they are listed. */
export const KINDS = ["series", "board", "check", "initiative", "calendar"];

/** What is said of comparing that failed or was stopped: for failure() of latest-with-progress.js. */
export const COMPARING = { stopped: "compare.stopped", failed: "compare.failed" };

// A mark beside each verdict, so that it is told without colour too.
const MARKS = {
  __proto__: null,
  agree: "＝", differ: "≠", changed: "Δ", target: "◎", repeat: "〃", suspect: "!", ambiguous: "?", arithmetic: "Σ",
  agrees: "✓", differs: "≠", "not-found": "–", doubtful: "?",
};

/** The mark of a verdict. @param {string} verdict */
export function mark(verdict) {
  return MARKS[verdict] ?? "·";
}

/** A verdict in a word. @param {string} verdict */
export function verdictName(verdict) {
  return verdict in MARKS ? t(`verdict.${verdict}`) : verdict;
}

/** A verdict as a mark and a word: its own, unless others are given. @param {string} verdict */
export function badge(verdict, sign = mark(verdict), word = verdictName(verdict)) {
  return el("span", { class: "verdict", "data-verdict": verdict },
    el("span", { class: "verdict-mark", "aria-hidden": "true" }, sign), word);
}

/** Where a comparison stands: its verdict, or a plan's status; nothing for kinds that have neither. @param {import("../engine/protocol.js").ComparisonHead} head */
export function standing({ verdict, status }) {
  return verdict ? badge(verdict) : status ? el("span", { class: "verdict" }, name("figure.status", status)) : null;
}

/** @param {import("../engine/protocol.js").ComparisonHead} head */
export function addressOf({ kind, key }) {
  return format({ view: "comparison", of: kind, id: key });
}

// A sentence, and beneath it who said it where.
function quotation({ sentence, speaker, day, organisation, title, address, at, link }) {
  return [
    el("blockquote", { class: "said-there", lang: "zh" }, el("p", {}, runs(sentence.map(({ text, kind }) => ({ text, kind: kind && "hit" }))))),
    el("p", { class: "said-by" },
      speaker && el("span", { lang: "zh" }, speaker),
      day && el("time", { datetime: day }, date(day)),
      el("a", { href: address, lang: "zh" }, title ? titleOf({ title }) : organisation),
      el("a", { href: at }, link)),
  ];
}

/** A figure's sentence with its source. @param {import("../engine/protocol.js").FigureRow} figure @param {string} [label] what has been said of it already */
export function sourced(figure, label = "") {
  const day = figure.date && !label.includes(date(figure.date)) ? figure.date : "";
  return quotation({ ...figure, day, ...linked(figure), at: figureAddress(figure) });
}

/** What was said of a proposal, with its source. @param {import("../engine/protocol.js").ComparedPlace} place @param {string} [day] when, unless that has been said already */
export function sourcedPlace(place, day = "") {
  return quotation({ ...place, day, ...linked(place) });
}

// The document a sentence stands in, and its paragraph.
function linked({ document: id, passage }) {
  const p = passage + 1;
  return { address: format({ view: "read", id }), at: format({ view: "read", id, p }), link: t("compare.toFigure", { n: p }) };
}

/** What a figure appears in, as links. @param {import("../engine/protocol.js").ComparisonHead[]|null} comparisons */
export function appears(comparisons) {
  if (!comparisons?.length) return null;
  return el("div", { class: "card-comparisons" },
    el("p", {}, t("compare.inComparisons")),
    el("ul", {}, comparisons.map(appearance)));
}

function appearance(head) {
  return el("li", {},
    standing(head) ?? el("span", { class: "verdict" }, name("compare.kind", head.kind)), " ",
    el("a", { href: addressOf(head), lang: programLanguage() }, head.title));
}
