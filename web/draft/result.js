// What the library says of a draft: the text with its figures marked, and each
// judgement with the figures it rests on.
import { pageAddress } from "../address/public.js";
import { badge, mark, verdictName } from "../compare/words.js";
import { linkTo } from "../figures/sheet.js";
import { number, t } from "../lang/words.js";
import { copyButton } from "../parts/copy.js";
import { el } from "../parts/dom.js";
import "./judgements.js";

/** Verdicts with the name of their count, what deserves a look first. */
const COUNTS = { differs: "differs", doubtful: "doubtful", agrees: "agrees", "not-found": "notFound" };

/** @param {import("../engine/protocol.js").DraftAnswer} answer */
export function result(answer) {
  const { counts, judgements } = answer;
  if (counts.figures === 0) return el("p", { class: "empty-state", role: "status" }, t("draft.noFigures"));
  const list = el("fenghui-judgements");
  const choices = chosen(counts, list);
  list.show(judgements);
  return [
    el("div", { class: "draft-summary" },
      el("h2", {}, t("draft.result", { count: counts.figures })), choices,
      copyButton("draft.copy", () => plain(answer))),
    el("div", { class: "draft-marked", lang: "zh" }, marked(answer, (k) => list.reveal(k) && press(choices, ""))),
    list,
  ];
}

// The verdicts with their counts; each shows its judgements alone, or all again.
function chosen(counts, list) {
  const there = Object.entries(COUNTS).filter(([, count]) => counts[count] > 0);
  const choices = el("div", { class: "draft-counts", role: "group", "aria-label": t("draft.counts") }, there.map(([verdict, count]) =>
    el("button", { type: "button", "data-verdict": verdict, "aria-pressed": "false", onclick: (event) => choose(event.currentTarget) },
      badge(verdict), " ", el("span", { class: "draft-count" }, number(counts[count])))));
  function choose({ dataset: { verdict }, ariaPressed }) {
    const wanted = ariaPressed === "true" ? "" : verdict;
    list.only(wanted);
    press(choices, wanted);
  }
  return choices;
}

function press(choices, verdict) {
  for (const button of choices.children) button.setAttribute("aria-pressed", String(button.dataset.verdict === verdict));
}

// Paragraph by paragraph, each judged figure with its mark and a way to its judgement, where the figure ends.
function marked({ runs, judgements }, go) {
  const judged = new Map(judgements.map(({ figure, verdict }, k) => [figure, { verdict, k }]));
  const last = new Map(runs.map(({ figure }, k) => [figure, k]));
  const paragraphs = [[]];
  for (const [k, { text, figure }] of runs.entries()) {
    const found = judged.get(figure);
    if (found) {
      const parts = last.get(figure) === k ? ended(text, toJudgement(found, go)) : [text];
      paragraphs.at(-1).push(el("span", { class: "judged", "data-verdict": found.verdict }, ...parts));
    } else {
      const [line, ...more] = text.split(/\r?\n/);
      paragraphs.at(-1).push(line);
      paragraphs.push(...more.map((other) => [other]));
    }
  }
  return paragraphs.filter((parts) => parts.some((part) => part.textContent ?? part.trim())).map((parts) => el("p", {}, ...parts));
}

// A mark stays with the end of its figure.
function ended(text, button) {
  const end = [...text].at(-1) ?? "";
  return [text.slice(0, text.length - end.length), el("span", { class: "judged-end" }, end, button)];
}

function toJudgement({ verdict, k }, go) {
  const label = t("draft.mark", { n: k + 1, verdict: verdictName(verdict) });
  return el("button", { type: "button", class: "judged-mark", "aria-label": label, onclick: () => go(k) }, `${mark(verdict)}${k + 1}`);
}

// The same as plain text, each judgement with what it rests on.
function plain({ runs, judgements }) {
  const text = runs.map((run) => run.text).join("").trim();
  const ground = ({ told, label, figure }) => `   ${t("draft.ground", { told, label, title: figure.title ?? "", link: linkTo(figure, pageAddress()) })}`;
  const said = judgements.map(({ quote, verdict, message, rows }, k) =>
    [t("draft.judgement", { n: k + 1, quote, verdict: verdictName(verdict), message }), ...rows.map(ground)].join("\n"));
  return [text, ...said].join("\n\n");
}
