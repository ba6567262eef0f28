// Interface words, numbers and dates in the reader's language. A table is flat:
// "overview.passages": "{count} 段"; where a language tells one from many,
// "overview.passages.one" beside it, and ".few" and ".other" where it tells
// more than that. A key without a word shows as ⟦key⟧, so that it is seen at
// once.
import { versionFolder } from "../address/site.js";
import { LANGUAGES } from "./languages.js";

const REST = "-rest"; // of a language's words: what the page does not begin with, set apart by the site builder

let table = {};
let parts = [""]; // that are wanted by now
let rest = null;
let language = "zh";
let ownDates; // of a language that Intl does not write dates in
let made = {};

// What Intl writes with is made when it is first wanted: it takes a browser
// milliseconds each, and most pages begin without.
const MAKERS = {
  plural: () => new Intl.PluralRules(language),
  number: () => new Intl.NumberFormat(locale()),
  date: () => ownDates?.() ?? days({ dateStyle: "long" }),
  month: () => ownDates?.({ days: false }) ?? days({ year: "numeric", month: "long" }),
  year: () => days({ year: "numeric" }),
};

const days = (how) => new Intl.DateTimeFormat(locale(), { ...how, timeZone: "UTC" });
const format = (kind) => (made[kind] ??= MAKERS[kind]());

/** @param {string} lang @param {Object<string, string>} words @param {Function} [dates] */
export function setWords(lang, words, dates) {
  table = words;
  language = lang;
  ownDates = dates;
  made = {};
}

/** Fetches the words of a language and makes it the current one. @param {string} lang */
export async function loadWords(lang) {
  const own = LANGUAGES[lang].dates;
  const { dates } = own ? await own() : {};
  const words = {};
  for (const part of parts) Object.assign(words, await fetched(lang, part)); // one more may be wanted meanwhile
  setWords(lang, words, dates);
}

/** Fetches the words that the page does not begin with. */
export function moreWords() {
  rest ??= fetchRest(language).catch((error) => {
    parts = [""];
    rest = null;
    throw error;
  });
  return rest;
}

async function fetchRest(lang) {
  parts.push(REST);
  const words = await fetched(lang, REST);
  if (lang === language) Object.assign(table, words); // else the current language has come whole
}

async function fetched(lang, part) {
  const response = await fetch(new URL(`lang/${lang}${part}.json`, versionFolder));
  if (!response.ok) throw Object.assign(new Error(`words of ${lang}: ${response.status}`), { code: "no-view" });
  return response.json();
}

/** @returns {string} of the interface: "zh", "en", "ru" or "kk" */
export function currentLanguage() {
  return language;
}

/** The language of the sentences that the program makes: Chinese, or else English. */
export function programLanguage() {
  return language === "zh" ? "zh" : "en";
}

/** @returns {string} how numbers are written in the current language */
export function locale() {
  return LANGUAGES[language].locale;
}

/** The short name of a power of ten, where it is not that of English. @param {number} power @returns {string|undefined} */
export function powerName(power) {
  return LANGUAGES[language].powers?.[power];
}

/** How days or months are written in it. @param {"date"|"month"} kind @returns {{format: Function, formatRange: Function}} */
export function dayFormat(kind) {
  return format(kind);
}

/** @param {string} key @returns {boolean} */
export function hasWord(key) {
  return key in table;
}

/**
 * The word for key, its {placeholders} filled. Numbers are written as the
 * language writes them; {count} also chooses between one and many.
 * @param {string} key
 * @param {Object<string, string|number>} [args]
 * @returns {string}
 */
export function t(key, args = {}) {
  const word = table[`${key}.${form(args.count)}`] ?? table[key];
  if (word === undefined) return `⟦${key}⟧`;
  return word.replace(/\{(\w+)\}/g, (whole, name) => {
    const value = args[name];
    if (value === undefined) return whole;
    return typeof value === "number" || name === "count" ? number(Number(value)) : value;
  });
}

function form(count) {
  return count === undefined ? "other" : format("plural").select(Number(count));
}

/** @param {number} n @returns {string} */
export function number(n) {
  return format("number").format(n);
}

/** @param {string} iso YYYY-MM-DD @returns {string} written out; as it is when it is no date */
export function date(iso) {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) ? iso : format("date").format(time);
}

/** @param {string} value YYYY-MM or YYYY @returns {string} written out */
export function month(value) {
  const time = Date.parse(value);
  return Number.isNaN(time) ? value : format(value.includes("-") ? "month" : "year").format(time);
}

/** @param {number} n bytes @returns {string} in the unit that suits */
export function size(n) {
  const step = n < 1000 ? 0 : n < 1e6 ? 1 : n < 1e9 ? 2 : 3;
  const value = n / 1000 ** step;
  const digits = step > 0 && value < 10 ? 1 : 0;
  const written = new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(value);
  return `${written} ${(LANGUAGES[language].bytes ?? ["B", "kB", "MB", "GB"])[step]}`;
}
