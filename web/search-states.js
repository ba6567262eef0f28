// What Search says when there are no hits to show: before a query, after one
// that found nothing, and of what could not be used in it.
import { el } from "./dom.js";
import { format } from "./address.js";
import { t } from "./words.js";

const QUOTED = /^["“「『]([^"“”「」『』]+)["”」』]$/u;

/** A query as a message quotes it: not in quotation marks of its own, and not endless. @param {string} q */
export function told(q) {
  return short(q.replace(QUOTED, "$1"));
}

function short(text) {
  const letters = [...text];
  return letters.length > 60 ? `${letters.slice(0, 60).join("")}…` : text;
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
      el("dt", {}, example("500亿美元")), el("dd", {}, t("search.start.value")),
      el("dt", {}, example("值:>100亿美元 状态:目标")), el("dd", {}, t("search.start.typed"))));
}

/**
 * @param {import("./protocol.js").SearchAnswer} answer
 * @param {() => void} clear clears the filters
 */
export function noHits(answer, clear) {
  const hidden = answer.unfiltered ?? 0;
  return el("div", { class: "empty-state" },
    hidden > 0 && el("p", {}, t("search.unfiltered", { count: hidden }), " ",
      el("button", { type: "button", onclick: clear }, t("search.clearFilters"))),
    el("p", {}, t("search.try")),
    el("ul", {},
      /["“”「」『』]/.test(answer.query) && el("li", {}, t("search.try.quotes")),
      el("li", {}, t("search.try.shorter")),
      el("li", {}, t("search.try.names")),
      el("li", {}, el("a", { href: "#/help" }, t("search.try.help")))));
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
