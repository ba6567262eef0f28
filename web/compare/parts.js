// The parts of one comparison: what is drawn, what is noted, where it stands.
import { pageAddress } from "../address/public.js";
import { corrected } from "../figures/columns.js";
import { date, programLanguage, t } from "../lang/words.js";
import { copyButton } from "../parts/copy.js";
import { draw, el } from "../parts/dom.js";
import { differing } from "./table.js";
import { sourced, sourcedPlace } from "./words.js";

const SOURCES = 50; // sentences at a time

/** @typedef {import("../engine/protocol.js").Comparison} Comparison */

/** Its drawing, without what the page says around it. @param {Comparison} comparison */
export function drawing({ chart }) {
  const svg = chart && within(chart, (node) => node.tag === "svg");
  return svg ? el("figure", { class: chart.attr?.class ?? "chart", lang: programLanguage() }, draw(svg)) : null;
}

/** What must not be done with it, how wordings differ, and what is said of the drawing, each once. @param {Comparison} comparison */
export function remarks({ warnings = [], notes = [], chart }) {
  const list = chart && within(chart, (node) => node.attr?.class === "chart-notes");
  const drawn = (list?.children ?? []).map(textOf).filter((note) => !warnings.includes(note));
  const noted = [...new Set([...notes, ...drawn])];
  if (warnings.length + noted.length === 0) return null;
  return el("div", { class: "beside" },
    listed("warnings", "compare.warnings", warnings),
    listed("remarks", "compare.notes", noted));
}

function listed(id, word, sentences) {
  if (sentences.length === 0) return null;
  return el("section", { class: id, "aria-labelledby": id },
    el("h2", { id }, t(word)),
    el("ul", { lang: programLanguage() }, sentences.map((sentence) => el("li", {}, sentence))));
}

function within(node, wanted) {
  if (wanted(node)) return node;
  for (const child of node.children ?? []) {
    const found = within(child, wanted);
    if (found) return found;
  }
  return null;
}

function textOf(node) {
  return (node.text ?? "") + (node.children ?? []).map(textOf).join("");
}

/** Each figure's sentence, with its source; of very many some at a time. @param {Comparison} comparison */
export function sources({ head, rows }) {
  if (rows.length === 0) return null;
  const mixed = differing(head, rows);
  const list = el("ol");
  const more = el("button", { type: "button", class: "more", onclick: add });
  function add() {
    const at = list.children.length;
    list.append(...rows.slice(at, at + SOURCES).map((row) => source(row, mixed)));
    const rest = rows.length - list.children.length;
    more.textContent = t("compare.moreSources", { count: Math.min(SOURCES, rest) });
    more.hidden = rest <= 0;
    if (at > 0 && more.hidden) list.children[at].querySelector("a").focus();
  }
  add();
  return el("section", { class: "sources", "aria-labelledby": "sources" }, el("h2", { id: "sources" }, t("compare.sources")), list, more);
}

function source({ figure, label, told, ahead, derived }, mixed) {
  return el("li", { class: "source" },
    el("p", { class: "source-told" },
      el("strong", {}, told),
      el("span", { class: "source-of", lang: programLanguage() }, label),
      mixed && el("span", { class: "source-of", lang: "zh" }, figure.indicator),
      ahead && figure.status !== "actual" && el("span", { class: "origin" }, t(`figure.status.${figure.status}`)),
      derived && el("span", { class: "doubt" }, t("compare.derived")),
      corrected(figure)),
    sourced(figure, label));
}

/** What was said of a proposal, summit by summit. @param {Comparison} comparison */
export function stages({ places }) {
  if (!places?.length) return null;
  return [moves(places), el("ol", { class: "timeline stages" }, places.map(stageItem))];
}

function stageItem(place) {
  const { date: day, said, stage, stageName } = place;
  return el("li", { class: "timeline-item" },
    el("p", { class: "timeline-date" }, day ? el("time", { datetime: day }, date(day)) : t("date.unknown")),
    el("div", { class: "timeline-body" },
      el("p", { class: "source-told" },
        el("strong", { lang: "zh" }, said),
        stageName && el("span", { class: "verdict", "data-stage": stage, lang: programLanguage() }, stageName)),
      sourcedPlace(place)));
}

// How the wording moved, at a glance: what it was called, and how far it was.
function moves(places) {
  const row = (word, field, lang) => {
    const steps = places.map((place) => place[field]).filter((step, k, all) => step && step !== all.slice(0, k).findLast(Boolean));
    return steps.length > 1 && [el("dt", {}, t(word)), el("dd", { lang }, steps.join(" → "))];
  };
  const rows = [row("compare.moved.called", "said", "zh"), row("compare.moved.stage", "stageName", programLanguage())].filter(Boolean);
  return rows.length > 0 && el("dl", { class: "moves" }, rows.flat());
}

/** How to cite it. @param {Comparison} comparison */
export function citations({ citation }) {
  const kinds = ["short", "full"].filter((kind) => citation?.[kind]);
  if (kinds.length === 0) return null;
  const address = () => `\n${pageAddress()}`;
  return el("section", { class: "citations", "aria-labelledby": "citations" },
    el("h2", { id: "citations" }, t("compare.cite")),
    kinds.map((kind) => el("div", { class: "citation" },
      el("div", { class: "citation-head" },
        el("h3", {}, t(`compare.cite.${kind}`)),
        copyButton("compare.copy", () => citation[kind] + address(), { "aria-label": t(`compare.cite.${kind}.copy`) })),
      el("p", { lang: programLanguage() }, citation[kind]))));
}
