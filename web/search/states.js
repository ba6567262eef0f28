// What Search says: before anything is asked, of how much is found, and of how
// the query was taken.
import { format } from "../address/route.js";
import { t } from "../lang/words.js";
import { el } from "../parts/dom.js";
import { ignored, short } from "../parts/query-notes.js";
import { NONE } from "./filters.js";

/** How much is found. @param {import("../engine/protocol.js").SearchAnswer} answer */
export function counted({ passages, documents }) {
  return t("search.count", { passages: t("library.passages", { count: passages }), documents: t("library.documents", { count: documents }) });
}

/** Before anything is asked: what can be. */
export function noQuery() {
  const example = (q) => el("a", { href: format({ view: "search", q }), lang: "zh" }, el("code", {}, q));
  return el("div", { class: "empty-state" },
    el("h2", {}, t("search.start")),
    el("dl", { class: "forms" },
      el("dt", {}, example("贸易 投资")), el("dd", {}, t("search.start.words")),
      el("dt", {}, example('"贸易额"')), el("dd", {}, t("search.start.phrase")),
      el("dt", {}, example("贸易 -投资")), el("dd", {}, t("search.start.without")),
      el("dt", {}, example("(物流 OR 运输) 国家:日本")), el("dd", {}, t("search.start.group")),
      el("dt", {}, example("500亿美元")), el("dd", {}, t("search.start.value")),
      el("dt", {}, example("值:>100亿美元 状态:目标")), el("dd", {}, t("search.start.typed"))));
}

/**
 * What is said of an answer above its hits, or in their place.
 * @param {import("../engine/protocol.js").SearchAnswer} answer
 * @param {boolean} literal names are not searched under their other names
 * @param {(change: Partial<import("../address/route.js").Route>) => void} go
 */
export function notes(answer, literal, go) {
  return [ignored(answer.ignored), excluding(answer), expanded(answer.expanded, literal, go), answer.passages === 0 && noHits(answer, go)];
}

// Names that were also searched under their other names, which can be switched off.
function expanded(names, literal, go) {
  const change = (word) => el("button", { type: "button", class: "quiet", onclick: () => go({ literal: !literal }) }, t(word));
  if (literal) return el("p", { class: "expanded" }, t("search.literal"), " ", change("search.literal.off"));
  if (!names?.length) return null;
  return el("p", { class: "expanded" }, t("search.expanded"), " ", names.map(({ from, to }) =>
    el("span", { class: "expansion", lang: "zh" }, `${short(from)} → ${short(to.join("、"))}`)), " ", change("search.literal.on"));
}

// A query that asks for nothing but to leave out.
function excluding(answer) {
  return answer.excluding && el("p", { class: "ignored" }, t("search.excluding", { count: answer.excluded ?? 0 }));
}

function noHits(answer, go) {
  const relaxed = answer.relaxed ?? [];
  return el("div", { class: "empty-state" },
    relaxed.length > 0 && el("ul", { class: "relaxed" }, relaxed.map(({ without, query, count }) =>
      el("li", {}, el("button", { type: "button", onclick: () => go({ q: query, ...WITHOUT[without] }) }, t(`search.relaxed.${without}`, { count }))))),
    el("p", {}, t("search.try")),
    el("ul", {},
      el("li", {}, t("search.try.shorter")),
      el("li", {}, t("search.try.names")),
      el("li", {}, el("a", { href: "#/help" }, t("search.try.help")))));
}

// The filters beside the query that a way out takes away.
const WITHOUT = {
  date: { from: "", to: "" }, summit: { summit: [] }, figures: { kind: [], speech: [] }, country: { country: [] },
  person: { person: [] }, topic: { topic: [] }, filters: NONE, quotes: {},
};
