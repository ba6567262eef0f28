// What Figures says when there are none to show.
import { number, t } from "../lang/words.js";
import { el } from "../parts/dom.js";
import { NONE, settings } from "./filters.js";
import { figures, question } from "./pages.js";

/**
 * Says which filters could be dropped: tries without each of them, and says how much that would show.
 * @param {import("../engine/session.js").Session} session
 * @param {import("../address/route.js").Route} route
 * @param {import("../engine/protocol.js").FiguresAnswer} answer that has no figures
 * @param {{choose: (change: object) => void, title: (id: string) => string, signal: AbortSignal}} asking choose: sets filters; title: of a document
 */
export async function nothing(session, route, answer, { choose, title, signal }) {
  if (answer.all === 0) return emptyLibrary();
  const set = settings(route, answer.facets ?? {}, title);
  const totals = await Promise.all(set.map(({ without }) => totalOf(session, { ...route, ...without }, signal)));
  const useful = set.map((setting, i) => ({ ...setting, total: totals[i] })).filter(({ total }) => total > 0);
  useful.sort((a, b) => a.total - b.total); // what changes least comes first
  const timed = route.times ? 0 : await totalOf(session, { ...route, times: true }, signal);
  const way = (word, change, total) => el("li", {},
    el("button", { type: "button", onclick: () => choose(change) }, word),
    total && ` ${t("figures.count", { count: total })}`);
  return el("div", { class: "empty-state" },
    el("p", {}, t(useful.length ? "figures.empty.drops" : "figures.empty.none")),
    el("ul", { class: "drops" },
      useful.map(({ label, without, total }) => way(t("figures.empty.drop", { name: label }), without, total)),
      timed > 0 && way(t("figures.filter.times"), { times: true }, timed),
      set.length > 1 && way(t("search.clearFilters"), NONE)));
}

function emptyLibrary() {
  return el("div", { class: "empty-state" },
    el("p", {}, t("figures.empty.library"), " ", el("a", { href: "#/library" }, t("read.toLibrary"))));
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
