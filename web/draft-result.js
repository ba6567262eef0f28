// What the library says of a draft: the text with its figures marked, and each
// judgement with the figures it rests on.
import { badge, mark, sourced, verdictName } from "./compare-words.js";
import { copyButton } from "./copy.js";
import { el } from "./dom.js";
import { linkTo } from "./figure-sheet.js";
import { t } from "./words.js";

/** Verdicts with the name of their count, what deserves a look first. */
const COUNTS = { differs: "differs", doubtful: "doubtful", agrees: "agrees", "not-found": "notFound" };

/** @param {import("./protocol.js").DraftAnswer} answer */
export function result(answer) {
  const { counts, judgements } = answer;
  if (counts.figures === 0) return el("p", { class: "empty-state", role: "status" }, t("draft.noFigures"));
  return [
    el("div", { class: "draft-summary" },
      el("h2", {}, t("draft.result", { count: counts.figures })),
      el("ul", { class: "draft-counts" }, Object.entries(COUNTS).filter(([, count]) => counts[count] > 0).map(([verdict, count]) => el("li", {}, badge(verdict), " ", String(counts[count])))),
      copyButton("draft.copy", () => plain(answer))),
    el("div", { class: "draft-marked", lang: "zh" }, marked(answer)),
    el("ol", { class: "judgements" }, judgements.map(judgement)),
  ];
}

// Paragraph by paragraph, each judged figure with its mark and a way to its judgement.
function marked({ runs, judgements }) {
  const judged = new Map(judgements.map(({ figure, verdict }, k) => [figure, { verdict, k }]));
  const last = new Map(runs.map(({ figure }, k) => [figure, k]));
  const paragraphs = [[]];
  for (const [k, { text, figure }] of runs.entries()) {
    const found = figure === undefined ? undefined : judged.get(figure);
    if (found) paragraphs.at(-1).push(el("span", { class: "judged", "data-verdict": found.verdict }, text, last.get(figure) === k && toJudgement(found)));
    else for (const [n, line] of text.split(/\r?\n/).entries()) n === 0 ? paragraphs.at(-1).push(line) : paragraphs.push([line]);
  }
  return paragraphs.filter((parts) => parts.some((part) => part.textContent ?? part.trim())).map((parts) => el("p", {}, ...parts));
}

function toJudgement({ verdict, k }) {
  const go = () => {
    const item = document.getElementById(`judgement-${k}`);
    item.scrollIntoView({ block: "center" });
    item.focus({ preventScroll: true });
  };
  return el("button", { type: "button", class: "judged-mark", "aria-label": t("draft.mark", { n: k + 1, verdict: verdictName(verdict) }), onclick: go }, `${mark(verdict)}${k + 1}`);
}

function judgement({ quote, verdict, message, rows }, k) {
  return el("li", { class: "judgement", id: `judgement-${k}`, tabindex: "-1", "data-verdict": verdict },
    el("div", { class: "judgement-head" }, el("span", { class: "judgement-number" }, String(k + 1)), el("strong", { lang: "zh" }, quote), badge(verdict)),
    el("p", {}, message),
    rows.length > 0 && el("ul", { class: "grounds" }, rows.map(({ told, label, figure }) => el("li", { class: "source" },
      el("p", { class: "source-told" }, el("strong", {}, told), el("span", { class: "source-of" }, label)), sourced(figure)))));
}

// The same as plain text, each judgement with what it rests on.
function plain({ runs, judgements }) {
  const text = runs.map((run) => run.text).join("").trim();
  const ground = ({ told, label, figure }) => `   ${t("draft.ground", { told, label, title: figure.title ?? "", link: linkTo(figure, location.href) })}`;
  const said = judgements.map(({ quote, verdict, message, rows }, k) =>
    [t("draft.judgement", { n: k + 1, quote, verdict: verdictName(verdict), message }), ...rows.map(ground)].join("\n"));
  return [text, ...said].join("\n\n");
}
