// The parts of what moved between two summits: indicators, aims, proposals and
// topics, each a sentence with what it rests on.
import { format } from "../address/route.js";
import { quotation } from "../compare/words.js";
import { date, number as written, t } from "../lang/words.js";
import { el } from "../parts/dom.js";
import { empty, finding, grounds, small, when } from "./claims.js";

const MARKS = { rose: "↑", fell: "↓", same: "＝", restated: "＝", differs: "≠", unsettled: "?", undated: "?", earlier: "?", apart: "?", met: "✓", missed: "✗", replaced: "→", kept: "＝", short: "…", silent: "–" };
const FATES = ["done", "recurs", "gone", "new"];

/** @param {import("../engine/protocol.js").SinceAnswer} answer */
export function parts(answer) {
  const { formats, format: chosen, from, to, moved, aims, proposals, topics, dropped } = answer;
  const current = formats.find(({ key }) => key === chosen);
  if (!current) return [empty(el("p", {}, t("since.none")), el("p", {}, el("a", { href: "#/library" }, t("read.toLibrary"))))];
  const [before, after] = [from, to].map((day) => current.editions.find((edition) => edition.date === day));
  const some = moved.length + aims.length + proposals.length > 0;
  return [
    el("p", { class: "since-what" }, summit(before), el("span", { "aria-hidden": "true" }, " → "), summit(after)),
    el("p", { class: "count", role: "status" }, t("since.count", { moved: moved.length, aims: aims.length, proposals: proposals.length })),
    !some && el("p", { class: "empty-state" }, t("since.nothing")),
    section("moved", moved.map(movedItem)),
    section("aims", aims.map(aimItem)),
    proposals.length > 0 && section("proposals", FATES.flatMap((fate) => fated(fate, proposals.filter(({ verdict }) => verdict === fate)))),
    section("topics", [["since.topics.new", topics], ["since.topics.dropped", dropped]].filter(([, list]) => list.length).map(topicItem)),
    el("p", { class: "note" }, t("since.caution")),
  ].filter(Boolean);
}

function summit({ date: day, event, documents }) {
  return el("span", {}, el("a", { href: format({ view: "read", id: documents.at(-1) }), lang: "zh" }, event || day), " ", el("time", { datetime: day }, date(day)));
}

function section(name, items) {
  if (items.length === 0) return null;
  return el("section", { class: "since-part", "aria-labelledby": `since-${name}` }, el("h2", { id: `since-${name}` }, t(`since.part.${name}`)),
    el("p", { class: "note" }, t(`since.part.${name}.long`)), el("ul", { class: "since-list" }, items));
}

function badge(verdict) {
  return el("span", { class: "verdict", "data-verdict": verdict === "differs" || verdict === "missed" ? "differ" : verdict },
    el("span", { class: "verdict-mark", "aria-hidden": "true" }, MARKS[verdict]), t(`since.verdict.${verdict}`));
}

function movedItem(item) {
  const { key, what, verdict, old, new: latest, oldAside, newAside, notes = [] } = item;
  const sentence = t(`since.moved.${verdict}`, { what, old: old.told, oldWhen: when(old), new: latest.told, newWhen: when(latest), change: change(item) });
  return el("li", { class: "since-item" }, badge(verdict), el("div", {}, finding(key, sentence),
    [...(verdict === "apart" ? [] : [oldAside && t("since.aside.old"), newAside && t("since.aside.new")].filter(Boolean)), ...notes].map((note) => el("p", { class: "note" }, note)), small(item),
    grounds([[t("since.then"), old], [t("since.now"), latest]])));
}

// How much, where both are told exactly: of shares in points, else in percent.
function change({ unit, old, new: latest, verdict }) {
  const [a, b] = [Number(old.value), Number(latest.value)];
  if (!["rose", "fell"].includes(verdict) || old.figure.bound !== "exact" || latest.figure.bound !== "exact" || !(a > 0)) return "";
  const points = unit === "%" || unit === "pp";
  const size = points ? b - a : (b / a - 1) * 100;
  return t(points ? "since.change.points" : "since.change.percent", { value: (size > 0 ? "+" : "") + written(Math.round(size * 10) / 10) });
}

function aimItem({ key, what, verdict, aim, fact, new: next }) {
  const word = verdict === "replaced" && fact ? "replaced.fact" : verdict === "kept" && fact ? "kept.fact" : verdict;
  const sentence = t(`since.aim.${word}`, { what, aim: aim.told, aimWhen: when(aim), fact: fact?.told, factWhen: fact && when(fact), new: next?.told, newWhen: next && when(next) });
  return el("li", { class: "since-item" }, badge(verdict), el("div", {}, finding(key, sentence),
    grounds([[t("since.aimed"), aim], [t("since.now"), fact], [t("since.newAim"), next]])));
}

function fated(fate, list) {
  if (list.length === 0) return [];
  return [el("li", { class: "since-fate" }, el("h3", {}, t(`since.proposal.${fate}`), el("span", { class: "group-total" }, String(list.length))), el("ul", {}, list.map(proposalItem)))];
}

function proposalItem({ title, old, new: latest }) {
  const told = [old, latest].filter(Boolean);
  const stages = told.map(({ stageName }) => stageName).filter((stage, k, all) => stage && stage !== all[k - 1]);
  return el("li", {}, el("details", { class: "told-grounds" },
    el("summary", {}, el("span", { lang: "zh" }, title), stages.length > 0 && el("span", { class: "note" }, ` ${stages.join(" → ")}`)),
    told.map(({ date: day, document: id, passage, ...rest }) => el("div", { class: "source" },
      quotation({ ...rest, day, address: format({ view: "read", id }), at: format({ view: "read", id, p: passage + 1 }), link: t("compare.toFigure", { n: passage + 1 }) })))));
}

function topicItem([word, list]) {
  return el("li", {}, el("strong", {}, t(word)), " ", el("span", { class: "topics" }, list.map((topic) => el("a", { href: format({ view: "search", q: topic }), lang: "zh" }, topic))));
}
