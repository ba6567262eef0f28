// Numbers as the program hands them on: decimal text of any length, which a
// JavaScript number would round. Everything here works on the digits, so what
// is shown is exact.
//
//   scaled("1500000000000", null, "zh")   // "1.5万亿"
//   scaled("1500000000000", null, "en")   // "1.5tn"; in Russian and Kazakh "1,5 трлн"
//   grouped("-1234567.50")                // "−1,234,567.50"
import { locale, powerName, currentLanguage } from "./words.js";

/** Ways to write large numbers, each with its steps: power of ten and name. */
const SCALES = {
  full: [],
  zh: [[12, "万亿"], [8, "亿"], [4, "万"]],
  en: [[12, "tn"], [9, "bn"], [6, "m"]],
};

/** @typedef {"full"|"zh"|"en"} Units */

/** The way the current language writes large numbers. @returns {Units} */
export function usualUnits() {
  return currentLanguage() === "zh" ? "zh" : "en";
}

/** @param {string} text @returns {boolean} whether it is a decimal number */
export function isDecimal(text) {
  return /^-?\d+(\.\d+)?$/.test(text ?? "");
}

function digitsOf(text) {
  const [, sign, whole, fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  return { sign, whole, fraction };
}

/** With thousands set apart as the language does. @param {string} text decimal @param {number} [least] digits that are worth it @returns {string} */
export function grouped(text, least = 4) {
  const { sign, whole, fraction } = digitsOf(text);
  const { group, point } = marks(locale());
  return `${sign && "−"}${whole.length < least ? whole : group(whole)}${fraction && point + fraction}`;
}

const known = new Map();

// Intl groups integers of any length exactly; fractions it would cut off.
function marks(language) {
  if (!known.has(language)) {
    const format = new Intl.NumberFormat(language);
    const point = format.formatToParts(1.5).find(({ type }) => type === "decimal").value;
    known.set(language, { point, group: (whole) => format.format(BigInt(whole)) });
  }
  return known.get(language);
}

/** Divides by a power of ten. @param {string} text decimal @param {number} power @returns {string} */
export function shifted(text, power) {
  const { sign, whole, fraction } = digitsOf(text);
  const padded = whole.padStart(power + 1, "0");
  const at = padded.length - power;
  const rest = (padded.slice(at) + fraction).replace(/0+$/, "");
  const front = padded.slice(0, at).replace(/^0+(?=\d)/, "");
  return `${sign}${front}${rest && "."}${rest}`;
}

/**
 * The step that suits a number, and for a range both its ends.
 * @param {string[]} numbers decimals
 * @param {Units} units
 * @returns {[number, string]} power of ten and its name
 */
export function stepOf(numbers, units) {
  const longest = Math.max(...numbers.map((number) => digitsOf(number).whole.replace(/^0+/, "").length));
  const [power, name] = SCALES[units].find(([step]) => longest > step) ?? [0, ""];
  return [power, (units === "en" && powerName(power)) || name];
}

/**
 * A number or a range in the units asked for.
 * @param {string} value decimal
 * @param {string|null|undefined} max upper end
 * @param {Units} units
 * @param {boolean} [named] whether millions and their like are named
 */
export function scaled(value, max, units, named = true) {
  const numbers = [value, max].filter(isDecimal);
  const [power, name] = named ? stepOf(numbers, units) : [0, ""];
  const least = units === "zh" ? 5 : 4; // 6300万: Chinese counts by four digits
  const written = range(...numbers.map((number) => grouped(power ? shifted(number, power) : number, least)));
  return written + (/^\p{Script=Cyrillic}/u.test(name) ? "\u00a0" : "") + name;
}

/** @param {string} low @param {string} [high] */
export function range(low, high) {
  return high === undefined ? low : `${low}–${high}`;
}

const ENDINGS = { one: "st", two: "nd", few: "rd", other: "th" };

/** 3 as the third says it: 3rd, 第3 in its sentence. @param {string} text decimal */
export function ordinal(text) {
  if (currentLanguage() !== "en" || !isDecimal(text)) return text;
  return text + ENDINGS[new Intl.PluralRules("en", { type: "ordinal" }).select(Number(text))];
}
