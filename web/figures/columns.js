// The columns of the table of figures: what a cell shows, and what it becomes
// in a spreadsheet.
import { format } from "../address/route.js";
import { period } from "../lang/periods.js";
import { t } from "../lang/words.js";
import { titleOf } from "../parts/document-head.js";
import { el, runs } from "../parts/dom.js";
import { amount, bare, bound, doubts, doubtSentence, name, unitName, unitOf } from "./words.js";

/** @typedef {import("../engine/protocol.js").FigureRow} FigureRow */

/** All columns in their order; "usual" ones are shown unless others are chosen. */
const COLUMNS = {
  quote: { usual: true, cell: quoted, sheet: (f) => ({ quote: f.quote, doubts: doubts(f).map((doubt) => t(`figure.doubt.${doubt}`)).join(" ") }) },
  bound: { usual: true, cell: (f) => bound(f), sheet: (f) => ({ bound: bound(f) }) },
  value: { usual: true, sort: true, cell: (f, units) => amount(f, units), sheet: numbers },
  indicator: { usual: true, sort: true, lang: "zh", cell: ({ indicator }) => indicator, sheet: ({ indicator }) => ({ indicator }) },
  measure: { sort: true, cell: measureOf, sheet: (f) => ({ measure: measureOf(f) }) },
  parties: { usual: true, lang: "zh", cell: ({ parties }) => parties?.join("、"), sheet: ({ parties }) => ({ parties: parties?.join("、") }) },
  period: { usual: true, sort: true, cell: ({ period: iso }) => iso && period(iso), sheet: ({ period: iso }) => ({ period: iso }) },
  status: { usual: true, sort: true, cell: ({ status }) => status && name("figure.status", status), sheet: ({ status }) => ({ status: status && name("figure.status", status) }) },
  kind: { cell: kindOf, sheet: (f) => ({ kind: kindOf(f) }) },
  unit: { cell: (f) => unitName(f), sheet: (f) => ({ unit: unitName(f) }) },
  counted: { lang: "zh", cell: ({ counted }) => counted, sheet: ({ counted }) => ({ counted }) },
  direction: { cell: directionOf, sheet: (f) => ({ direction: directionOf(f), factor_by: f.by, factor_to: f.to }) },
  speaker: { lang: "zh", cell: ({ speaker }) => speaker, sheet: ({ speaker, speech }) => ({ speaker, speech: speech && name("figure.speech", speech) }) },
  passage: { cell: ({ passage }) => String(passage + 1), sheet: ({ passage }) => ({ passage: String(passage + 1) }) },
  sentence: { lang: "zh", cell: ({ sentence }) => runs(sentence), sheet: ({ sentence }) => ({ sentence: sentence?.map((run) => run.text).join("") }) },
  document: { usual: true, sort: true, cell: documentOf, sheet: (f) => ({ document: f.title, date: f.date, organisation: f.organisation }) },
};

export const NAMES = Object.keys(COLUMNS);
export const USUAL = NAMES.filter((column) => COLUMNS[column].usual);
export const SORTED = NAMES.filter((column) => COLUMNS[column].sort);

/** Numbers in a spreadsheet, which may begin with a minus. */
export const NUMERIC = new Set(["value", "value_max", "full", "full_max", "factor_by", "factor_to", "passage", "low", "high"]);

/** The columns an address asks for, in their order. @param {string} asked "quote,value" or "" */
export function parseColumns(asked) {
  const names = asked.split(",");
  const columns = NAMES.filter((column) => column === "quote" || names.includes(column));
  return asked && columns.length > 1 ? columns : USUAL;
}

/** Columns as an address names them; "" for the usual ones. @param {string[]} columns */
export function formatColumns(columns) {
  return columns.join() === USUAL.join() ? "" : NAMES.filter((column) => columns.includes(column)).join();
}

/** @param {string} column @param {FigureRow} figure @param {import("../lang/numbers.js").Units} units */
export function cell(column, figure, units) {
  const { lang, cell: content } = COLUMNS[column];
  const tag = column === "quote" ? "th" : "td";
  return el(tag, { class: column, lang, scope: tag === "th" && "row" }, content(figure, units) || null);
}

/**
 * A figure as the named fields of a row of a spreadsheet: the columns chosen,
 * and always the value in full, which can be added up, and the sentence.
 * @param {string[]} columns @param {FigureRow} figure @param {import("./words.js").Steps} steps
 */
export function sheetRow(columns, figure, steps) {
  const { value = "", max = "" } = figure;
  return Object.assign({}, ...columns.map((column) => COLUMNS[column].sheet(figure, steps)),
    { full: value, full_max: max, full_unit: unitOf(figure) }, COLUMNS.sentence.sheet(figure));
}

/** The address of a figure in its text. @param {FigureRow} figure */
export function figureAddress({ document, passage, ordinal }) {
  return format({ view: "read", id: document, p: passage + 1, f: ordinal + 1 });
}

function quoted(figure) {
  return [el("a", { href: figureAddress(figure), lang: "zh" }, figure.quote), ...doubts(figure).map((doubt) => [" ", flag(doubt, figure)])].flat();
}

/** That a figure is as its reader says; null for those the program read. @param {FigureRow} figure */
export function corrected(figure) {
  return figure.correction ? flag(doubts(figure)[0], figure) : null;
}

/** A doubt in a word. */
export function flag(doubt, figure) {
  return el("span", { class: "doubt", "data-doubt": doubt, title: doubtSentence(doubt, figure) }, t(`figure.doubt.${doubt}`));
}

function numbers(figure, steps) {
  const { value, max, unit } = bare(figure, steps);
  return { value, value_max: max, unit, per: figure.per && unitName({ unit: figure.per }) };
}

function measureOf({ measure, measureName }) {
  return measureName || measure || "";
}

function kindOf({ kind }) {
  return name("figure.kind", kind);
}

function directionOf({ direction }) {
  return direction ? name("figure.direction", direction) : "";
}

function documentOf({ document, title, date: day, organisation }) {
  return [
    day && el("time", { datetime: day }, day),
    el("a", { href: format({ view: "read", id: document }), lang: "zh", title: titleOf({ title }) }, organisation || titleOf({ title })),
  ].filter(Boolean);
}
