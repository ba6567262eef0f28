// What Figures says when there are none to show.
import { number, t } from "../lang/words.js";
import { el, fill } from "../parts/dom.js";
import { NONE, settings } from "./filters.js";
import { figures, question } from "./pages.js";

/**
 * Says which filter to drop: each is tried without, and told with what it would show.
 * @param {import("../engine/session.js").Session} session
 * @param {import("../address/route.js").Route} route
 * @param {import("../engine/protocol.js").FiguresAnswer} answer that has no figures
 * @param {(change: object) => void} choose
 * @param {(id: string) => string} title
 * @param {AbortSignal} signal
 */
export async function nothing(session, route, answer, { choose, title, signal }) {
  if (answer.all === 0) return el("div", { class: "empty-state" }, el("p", {}, t("figures.empty.library"), " ", el("a", { href: "#/library" }, t("read.toLibrary"))));
  const set = settings(route, answer.facets ?? {}, title);
  const totals = await Promise.all(set.map(({ without }) => totalOf(session, { ...route, ...without }, signal)));
  const useful = set.map((setting, i) => ({ ...setting, total: totals[i] })).filter(({ total }) => total > 0);
  useful.sort((a, b) => a.total - b.total); // what changes least comes first
  const drop = ({ label, total, without }) => el("li", {},
    el("button", { type: "button", onclick: () => choose(without) }, t("figures.empty.drop", { name: label })), " ",
    t("figures.count", { count: total }));
  const timed = route.times || (await totalOf(session, { ...route, times: true }, signal));
  const list = el("ul", { class: "drops" });
  fill(list, useful.map(drop),
    timed !== true && timed > 0 && el("li", {}, el("button", { type: "button", onclick: () => choose({ times: true }) }, t("figures.filter.times")), " ", t("figures.count", { count: timed })),
    set.length > 1 && el("li", {}, el("button", { type: "button", onclick: () => choose(NONE) }, t("search.clearFilters"))));
  return el("div", { class: "empty-state" }, el("p", {}, t(useful.length ? "figures.empty.drops" : "figures.empty.none")), list);
}

async function totalOf(session, route, signal) {
  return (await figures(session, question(route), { wanted: 1, signal })).total;
}

/** Sorted by value, figures stand in groups. @param {import("../engine/protocol.js").FigureGroup[]} [groups] */
export function grouped(groups) {
  return groups?.length > 1 && el("p", { class: "note" }, t("figures.grouped"));
}

/** 37 of 243 figures. @param {import("../engine/protocol.js").FiguresAnswer} answer */
export function counted({ total, all }) {
  return total === all ? t("figures.count", { count: all }) : t("figures.some", { some: number(total), count: all });
}
