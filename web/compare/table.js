// A comparison as tables: what is told, and apart from it what follows from
// that.
import { corrected } from "../figures/columns.js";
import { amount, name } from "../figures/words.js";
import { isDecimal } from "../lang/numbers.js";
import { period } from "../lang/periods.js";
import { date, programLanguage, t } from "../lang/words.js";
import { el } from "../parts/dom.js";

const COLUMNS = ["label", "indicator", "told", "meant", "period", "status", "date"];
const TIMES = ["year", "date", "century", "anniversary", "ordinal", "rank"]; // no amounts: what they mean is what they say

const CELLS = {
  label: ({ label }) => label,
  indicator: ({ figure }) => figure.indicator && el("span", { lang: "zh" }, figure.indicator),
  told: ({ told, figure }) => [told, corrected(figure)],
  meant: (row) => meant(row),
  period: ({ figure }) => figure.period && period(figure.period),
  status: ({ figure, derived }) => (derived ? flag() : figure.status && name("figure.status", figure.status)),
  date: ({ label, figure }) => figure.date && !label.includes(date(figure.date)) && el("time", { datetime: figure.date }, figure.date),
};

/** Whether its figures are of several things, as those of checks and of dates are. @param {import("../engine/protocol.js").ComparisonHead} head @param {import("../engine/protocol.js").ComparedFigure[]} rows */
export function differing({ kind }, rows) {
  return ["check", "calendar"].includes(kind) && rows.some(({ figure }) => figure.indicator);
}

/** @param {import("../engine/protocol.js").Comparison} comparison */
export function tables({ head, rows, derived = [], change }) {
  const mixed = differing(head, rows);
  const columns = COLUMNS.filter((column) => (column !== "indicator" || mixed) && rows.some((row) => CELLS[column](row)));
  const following = [...derived, ...changed(rows, change)];
  return [
    rows.length > 0 && el("table", { class: "compared" },
      el("caption", { class: "unseen", lang: programLanguage() }, head.title), headings(columns, head.kind === "board" ? { label: "party" } : {}),
      el("tbody", {}, rows.map((row) => el("tr", {}, columns.map((column) => cell(column, CELLS[column](row))))))),
    following.length > 0 && el("table", { class: "compared derived" },
      el("caption", {}, t("compare.derived.long")), headings(["of", "told"], { told: "derived" }),
      el("tbody", {}, following.map(({ of, told }) => el("tr", {}, cell("of", of), cell("told", [told, " ", flag()]))))),
  ];
}

function flag() {
  return el("span", { class: "doubt" }, t("compare.derived"));
}

function headings(columns, named = {}) {
  return el("thead", {}, el("tr", {}, columns.map((column) => el("th", { scope: "col", class: column }, t(`compare.column.${named[column] ?? column}`)))));
}

function cell(column, content) {
  const heading = column === "label" || column === "of";
  return el(heading ? "th" : "td", { class: column, scope: heading && "row", lang: heading && programLanguage() }, content || null);
}

// What the words leave possible: 379.5–380.5亿, ≥ 80%.
function meant({ figure, low, high, lowOpen, highOpen }) {
  if (TIMES.includes(figure.kind)) return "";
  const written = (value, max) => amount({ ...figure, value, max, direction: "" });
  if (isDecimal(low) && isDecimal(high)) return written(low, low === high ? "" : high);
  if (isDecimal(low)) return `${lowOpen ? ">" : "≥"} ${written(low)}`;
  return isDecimal(high) ? `${highOpen ? "<" : "≤"} ${written(high)}` : "";
}

// From one row to another: how much, and at what rate.
function changed(rows, change) {
  if (!change || !isDecimal(change.gap)) return [];
  const [from, to] = [rows[change.from], rows[change.to]];
  const signed = (number, written) => (number.startsWith("-") ? written : `+${written}`);
  const gap = signed(change.gap, amount({ ...to.figure, value: change.gap, max: "", direction: "" }));
  const rate = change.value && signed(change.value, amount({ kind: "share", value: change.value, unit: change.unit }));
  return [{ of: t("compare.change", { from: from.told, to: to.told }), told: rate ? t("figure.scoped", { parties: gap, scope: rate }) : gap }];
}
