// The parts of what moved between two summits: indicators, aims, proposals and
// topics, each a sentence with what it rests on.
import { format } from "../address/route.js";
import { badge, sourcedPlace } from "../compare/words.js";
import { date, number as written, programLanguage, t } from "../lang/words.js";
import { el } from "../parts/dom.js";
import { empty, finding, grounds, small, when } from "./claims.js";

// A mark beside each verdict, so that it is told without colour too.
const MARKS = {
  rose: "↑", fell: "↓", same: "＝", restated: "＝", differs: "≠", unsettled: "?", undated: "?", earlier: "?", apart: "?",
  met: "✓", missed: "✗", replaced: "→", kept: "＝", short: "…", silent: "–",
};
const FATES = ["done", "recurs", "gone", "new"];

/** @param {import("../engine/protocol.js").SinceAnswer} answer */
export function parts(answer) {
  const { formats, format: chosen, from, to, moved, aims, proposals } = answer;
  const current = formats.find(({ key }) => key === chosen);
  if (!current) return [noFormats()];
  const [before, after] = [from, to].map((day) => current.editions.find((edition) => edition.date === day));
  const some = moved.length + aims.length + proposals.length > 0;
  return [
    el("p", { class: "since-what" }, summit(before), el("span", { "aria-hidden": "true" }, " → "), summit(after)),
    el("p", { class: "count", role: "status" }, t("since.count", { moved: moved.length, aims: aims.length, proposals: proposals.length })),
    !some && el("p", { class: "empty-state" }, t("since.nothing")),
    section("moved", moved.map(movedItem)),
    section("aims", aims.map(aimItem)),
    section("proposals", FATES.map((fate) => fateItem(fate, proposals)).filter(Boolean)),
    section("topics", topicItems(answer)),
    note(t("since.caution")),
  ].filter(Boolean);
}

function noFormats() {
  return empty(
    el("p", {}, t("since.none")),
    el("p", {}, el("a", { href: "#/library" }, t("read.toLibrary"))));
}

function summit({ date: day, event, documents }) {
  return el("span", {},
    el("a", { href: format({ view: "read", id: documents.at(-1) }), lang: "zh" }, event || day), " ",
    el("time", { datetime: day }, date(day)));
}

function section(name, items) {
  if (items.length === 0) return null;
  return el("section", { class: "since-part", "aria-labelledby": `since-${name}` },
    el("h2", { id: `since-${name}` }, t(`since.part.${name}`)),
    note(t(`since.part.${name}.long`)),
    el("ul", { class: "since-list" }, items));
}

function note(text) {
  return el("p", { class: "note" }, text);
}

function movedItem(item) {
  const { key, what, verdict, old, new: latest, notes = [] } = item;
  const sentence = t(`since.moved.${verdict}`, {
    what, old: old.told, oldWhen: when(old), new: latest.told, newWhen: when(latest), change: change(item),
  });
  return claim(verdict, finding(key, sentence),
    [...asides(item), ...notes].map(note),
    small(item),
    grounds([[t("since.then"), old], [t("since.now"), latest]]));
}

// By how much, where both figures are exact: in points for shares, else in percent.
function change({ unit, old, new: latest, verdict }) {
  const exact = [old, latest].every(({ figure }) => figure.bound === "exact");
  const [a, b] = [Number(old.value), Number(latest.value)];
  if (!["rose", "fell"].includes(verdict) || !exact || !(a > 0)) return "";
  const points = unit === "%" || unit === "pp";
  const size = points ? b - a : (b / a - 1) * 100;
  const value = (size > 0 ? "+" : "") + written(Math.round(size * 10) / 10);
  return t(points ? "since.change.points" : "since.change.percent", { value });
}

// Which of the two figures was not said at its summit; where both were not, the sentence says so.
function asides({ verdict, oldAside, newAside }) {
  if (verdict === "apart") return [];
  return [oldAside && t("since.aside.old"), newAside && t("since.aside.new")].filter(Boolean);
}

function aimItem({ key, what, verdict, aim, fact, new: next }) {
  const word = fact && ["replaced", "kept"].includes(verdict) ? `${verdict}.fact` : verdict;
  const sentence = t(`since.aim.${word}`, {
    what, aim: aim.told, aimWhen: when(aim), fact: fact?.told, factWhen: fact && when(fact), new: next?.told, newWhen: next && when(next),
  });
  return claim(verdict, finding(key, sentence),
    grounds([[t("since.aimed"), aim], [t("since.now"), fact], [t("since.newAim"), next]]));
}

function claim(verdict, ...told) {
  const colour = ["differs", "missed"].includes(verdict) ? "differ" : verdict;
  const stamp = badge(colour, MARKS[verdict], t(`since.verdict.${verdict}`));
  return el("li", { class: "since-item" }, stamp, el("div", {}, ...told));
}

function fateItem(fate, proposals) {
  const list = proposals.filter(({ verdict }) => verdict === fate);
  if (list.length === 0) return null;
  return el("li", { class: "since-fate" },
    el("h3", {}, t(`since.proposal.${fate}`), el("span", { class: "group-total" }, String(list.length))),
    el("ul", {}, list.map(proposalItem)));
}

function proposalItem({ title, old, new: latest }) {
  const told = [old, latest].filter(Boolean);
  const stages = told.map(({ stageName }) => stageName).filter((stage, k, all) => stage && stage !== all[k - 1]);
  return el("li", {}, el("details", { class: "told-grounds" },
    el("summary", {},
      el("span", { lang: programLanguage() }, title),
      stages.length > 0 && el("span", { class: "note" }, ` ${stages.join(" → ")}`)),
    told.map((place) => el("div", { class: "source" }, sourcedPlace(place, place.date)))));
}

function topicItems({ topics, dropped }) {
  return [topicItem("since.topics.new", topics), topicItem("since.topics.dropped", dropped)].filter(Boolean);
}

function topicItem(word, topics) {
  if (topics.length === 0) return null;
  const links = topics.map((topic) => el("a", { href: format({ view: "search", q: topic }), lang: "zh" }, topic));
  return el("li", {}, el("strong", {}, t(word)), " ", el("span", { class: "topics" }, links));
}
