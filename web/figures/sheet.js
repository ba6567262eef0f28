// Figures as files: CSV that opens in a spreadsheet as it should, and JSON with
// everything.
import { isDecimal } from "../lang/numbers.js";
import { t } from "../lang/words.js";
import { NUMERIC, figureAddress, sheetRow } from "./columns.js";
import { question } from "./pages.js";
import { stepsOf } from "./words.js";

/**
 * UTF-8 with a mark, so that spreadsheets take it as such.
 * @param {import("../engine/protocol.js").FigureRow[]} figures
 * @param {string[]} columns
 * @param {import("../lang/numbers.js").Units} units
 * @param {string} page address of this page
 */
export function csv(figures, columns, units, page) {
  const steps = stepsOf(figures, units);
  return sheet(figures.map((figure) => ({ ...sheetRow(columns, figure, steps), link: linkTo(figure, page) })));
}

/** @param {Object<string, string>[]} rows fields by name, alike in all @returns {string} CSV, with a line of headings */
export function sheet(rows) {
  const fields = Object.keys(rows[0] ?? {});
  const lines = [fields.map((field) => quoted(t(`figures.sheet.${field}`))), ...rows.map((row) => fields.map((field) => cellOf(field, row[field])))];
  return `\ufeff${lines.map((line) => line.join(",")).join("\r\n")}\r\n`;
}

function cellOf(field, value) {
  const text = value ?? "";
  return NUMERIC.has(field) && isDecimal(text) ? text : quoted(guarded(text));
}

// A cell that begins like a formula would be run as one.
function guarded(text) {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}

function quoted(text) {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** All fields of all figures, with the question they answer. */
export function json(figures, route, page) {
  const { language, ...asked } = question(route);
  return `${JSON.stringify({ from: page, language, asked, total: figures.length, figures: figures.map((figure) => ({ ...figure, link: linkTo(figure, page) })) }, null, 1)}\n`;
}

/** A figure's permanent address. @param {import("../engine/protocol.js").FigureRow} figure @param {string} page */
export function linkTo(figure, page) {
  return new URL(figureAddress(figure), page).href;
}
