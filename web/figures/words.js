// A figure in words: its amount, its qualifier, its time, and what a reader
// should look at twice.
import { grouped, isDecimal, ordinal, range, scaled, stepOf, shifted, usualUnits } from "../lang/numbers.js";
import { period } from "../lang/periods.js";
import { hasWord, currentLanguage, t } from "../lang/words.js";

/** @typedef {import("../engine/protocol.js").FigureRow} FigureRow */
/** @typedef {import("../lang/numbers.js").Units} Units */

/** The amount without its qualifier: 40亿美元, USD 4bn, ×2. @param {FigureRow} figure @param {Units} [units] */
export function amount(figure, units = usualUnits()) {
  const { value, max } = figure;
  if (figure.kind === "multiple") return factor(figure);
  if (!isDecimal(value)) return value ? range(...[value, max].filter(Boolean).map(period)) : "";
  if (figure.kind === "year") return period(max ? `${value}/${max}` : value);
  const numbered = NUMBERED[figure.kind]?.(figure);
  if (numbered) return numbered;
  const told = withUnit(figure, signed(figure) + scaled(value, max, units, scalable(figure)));
  return figure.per ? flow(told, figure.per) : told;
}

/** The amount with its qualifier: 超过40亿美元. @param {FigureRow} figure @param {Units} [units] */
export function qualifiedAmount(figure, units) {
  const word = bound(figure);
  const written = amount(figure, units);
  if (!word || figure.kind === "rank") return written; // 前10 says it already
  return t("figure.told", { bound: word, amount: written });
}

/** What the qualifier says; "" for none. @param {FigureRow} figure */
export function bound({ bound: key }) {
  return key && key !== "exact" && key !== "range" ? name("figure.bound", key) : "";
}

/** The word for one of a family of keys; a key that has none stands for itself. */
export function name(family, key) {
  return hasWord(`${family}.${key}`) ? t(`${family}.${key}`) : key;
}

/** What to look at twice: what the reader said, ambiguous, inferred, open. @param {FigureRow} figure @returns {string[]} */
export function doubts({ reading, inferred, open, correction }) {
  const said = correction && (correction.misread ? "misread" : "corrected");
  return [said, reading === "ambiguous" && "ambiguous", inferred && "inferred", open && "open"].filter(Boolean);
}

/** A doubt in a sentence. @param {string} doubt @param {FigureRow} figure */
export function doubtSentence(doubt, figure) {
  const times = (reading) => factor({ ...figure, reading });
  return t(`figure.doubt.${doubt}.long`, { to: times("to"), by: times("by"), read: asRead(figure) });
}

/** What the program read, where a reader says otherwise. @param {FigureRow} figure */
export function asRead({ asRead: read }) {
  return read ? [qualifiedAmount(read) || read.quote, read.indicator, read.period && period(read.period)].filter(Boolean).join(" · ") : "";
}

/**
 * Number and unit apart, for a spreadsheet: in the step of its unit, not grouped.
 * @param {FigureRow} figure @param {Steps} steps
 * @returns {{value: string, max: string, unit: string}}
 */
export function bare(figure, steps) {
  const { value = "", max = "" } = figure;
  if (!isDecimal(value)) return { value, max, unit: unitName(figure) };
  const [power, step] = (scalable(figure) && steps.get(unitOf(figure))) || [0, ""];
  const reduced = (number) => (isDecimal(number) && power ? shifted(number, power) : number);
  return { value: reduced(value), max: reduced(max), unit: [step, unitName(figure)].filter(Boolean).join(currentLanguage() === "zh" ? "" : " ") };
}

/** @typedef {Map<string, [number, string]>} Steps by unit: power of ten and its name */

/**
 * One step for each unit, so that a column can be compared at a glance: the one
 * that suits most of its figures, of equals the smaller.
 * @param {FigureRow[]} figures @param {Units} units
 * @returns {Steps}
 */
export function stepsOf(figures, units) {
  const tallies = new Map();
  for (const figure of figures) {
    const numbers = [figure.value, figure.max].filter(isDecimal);
    if (numbers.length === 0 || !scalable(figure)) continue;
    const tally = tallies.get(unitOf(figure)) ?? new Map();
    const [power, step] = stepOf(numbers, units);
    tally.set(power, { step, count: (tally.get(power)?.count ?? 0) + 1 });
    tallies.set(unitOf(figure), tally);
  }
  const most = (tally) => [...tally].sort(([p, a], [q, b]) => b.count - a.count || p - q)[0];
  return new Map([...tallies].map(([unit, tally]) => [unit, most(tally)]).map(([unit, [power, { step }]]) => [unit, [power, step]]));
}

/** The unit a value in full is in, flows by the time they take: CNY, USD/year, count. @param {FigureRow} figure */
export function unitOf({ unit, per }) {
  return [unit, per].filter(Boolean).join("/");
}

/** A unit on its own: 美元, tonnes. @param {{kind?: string, unit?: string}} figure */
export function unitName({ kind, unit }) {
  if (!unit || unit === "count") return "";
  if (kind === "money" || /^[A-Z]{3}$/.test(unit) && unit !== "TEU") return currency(unit);
  return hasWord(`unit.${unit}`) ? t(`unit.${unit}`, { value: "", count: 2 }).trim() : unit;
}

const UNSCALED = ["share", "change", "duration", "year", "rank", "ordinal", "anniversary", "century"];

// Numbers that are not amounts: their unit is in the way they are said.
const NUMBERED = {
  rank: ({ value, bound: key }) => (key === "up_to" ? t("figure.top", { value }) : t("figure.nth", { value: ordinal(value) })),
  ordinal: ({ value }) => t("figure.nth", { value: ordinal(value) }),
  anniversary: ({ value }) => t("figure.anniversary", { value: ordinal(value) }),
  century: ({ value, max }) => t(value.startsWith("-") ? "figure.century.bc" : "figure.century", { value: range(...[value, max].filter(Boolean).map((n) => ordinal(n.replace("-", "")))) }),
};

// Both factors when the text can mean either.
function factor({ value, max, reading, by, to }) {
  const times = (...numbers) => `×${range(...numbers.filter(isDecimal).map((number) => grouped(number)))}`;
  if (reading === "ambiguous") return t("figure.either", { to: times(to), by: times(by) });
  if (reading === "by" || reading === "to") return times(reading === "by" ? by : to);
  return times(value, max);
}

function signed({ kind, direction, value }) {
  if (kind !== "change" || value.startsWith("-")) return "";
  return { increase: "+", decrease: "−" }[direction] ?? "";
}

function scalable({ kind, unit }) {
  return !UNSCALED.includes(kind) && !["%", "pp"].includes(unit);
}

function withUnit(figure, number) {
  const { kind, unit, value } = figure;
  if (!unit || unit === "count") return number;
  if (kind === "money") return t("figure.money", { number, unit: currentLanguage() === "zh" ? currency(unit) : unit });
  return hasWord(`unit.${unit}`) ? t(`unit.${unit}`, { value: number, count: value }) : `${number} ${unit}`;
}

function currency(code) {
  try {
    return new Intl.DisplayNames(currentLanguage(), { type: "currency" }).of(code);
  } catch {
    return code;
  }
}

function flow(amountTold, per) {
  return hasWord(`per.${per}`) ? t(`per.${per}`, { value: amountTold }) : `${amountTold} / ${per}`;
}
