// What Search says when there are no hits to show: before a query, after one
// that found nothing, and of what could not be used in it.
import { el } from "./dom.js";
import { format } from "./address.js";
import { NONE } from "./filters.js";
import { t } from "./words.js";

const QUOTED = /^["“「『]([^"“”「」『』]+)["”」』]?$/u; // or about to be

/** A query as a message quotes it: not in quotation marks of its own, and not endless. @param {string} q */
export function quotedQuery(q) {
  return short(q.replace(QUOTED, "$1"));
}

function short(text) {
  const letters = [...text];
  return letters.length > 60 ? `${letters.slice(0, 60).join("")}…` : text;
}

/** How much is found. @param {import("./protocol.js").SearchAnswer} answer */
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
 * @param {import("./protocol.js").SearchAnswer} answer
 * @param {(change: Partial<import("./address.js").Route>) => void} go
 */
export function noHits(answer, go) {
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

/**
 * Names that were also searched under their other names, which can be switched off.
 * @param {import("./protocol.js").Expansion[]|undefined} names
 * @param {boolean} own they are switched off
 * @param {(change: Partial<import("./address.js").Route>) => void} go
 */
export function expanded(names, own, go) {
  const change = (word) => el("button", { type: "button", class: "quiet", onclick: () => go({ own: !own }) }, t(word));
  if (own) return el("p", { class: "expanded" }, t("search.own"), " ", change("search.own.off"));
  if (!names?.length) return null;
  return el("p", { class: "expanded" }, t("search.expanded"), " ", names.map(({ from, to }) =>
    el("span", { class: "expansion", lang: "zh" }, `${short(from)} → ${short(to.join("、"))}`)), " ", change("search.own.on"));
}

/** @param {import("./protocol.js").Ignored[]} [parts] */
export function ignored(parts) {
  if (!parts?.length) return null;
  return el("div", { class: "ignored" }, el("p", {}, t("search.ignored")),
    el("ul", {}, parts.map(({ part, reason }) =>
      el("li", {}, el("code", {}, short(part)), " ", t(`ignored.${reason}`)))));
}

/** A query that asks for nothing but to leave out. @param {import("./protocol.js").SearchAnswer} answer */
export function excluding(answer) {
  return answer.excluding && el("p", { class: "ignored" }, t("search.excluding", { count: answer.excluded ?? 0 }));
}
