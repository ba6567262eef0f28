// Times as precise as they were told: a year, a month, a day, or from one to
// another. ISO in ("2026-04", "2020/2025"), the reader's language out.
import { range } from "./numbers.js";
import { date, dayFormat, currentLanguage, t } from "./words.js";

/** @param {string} iso @returns {string} written out; as it is when it is no time */
export function period(iso) {
  const [from, to] = (iso ?? "").split("/");
  if (to === undefined) return moment(from);
  if (isYear(from) && isYear(to) && !from.startsWith("-")) return t("period.year", { year: range(plain(from), plain(to)) });
  return between(from, to) ?? range(moment(from), moment(to));
}

function moment(iso) {
  if (isYear(iso)) return t(iso.startsWith("-") ? "period.bc" : "period.year", { year: plain(iso) });
  if (/^\d{4}-\d{2}$/.test(iso)) return valid(iso) ? dayFormat("month").format(new Date(iso)) : iso;
  return date(iso);
}

// Where both ends are told alike, what they share is said once.
function between(from, to) {
  const format = [/^\d{4}-\d{2}$/, /^\d{4}-\d{2}-\d{2}$/].map((form, i) => form.test(from) && form.test(to) && ["month", "date"][i]).find(Boolean);
  if (!format || !valid(from) || !valid(to)) return null;
  if (currentLanguage() === "zh") return range(moment(from), shortened(moment(from), moment(to))); // Intl would write slashes
  const written = dayFormat(format).formatRange(new Date(from), new Date(to)).replace(/\s*[–—-]\s*/g, "–");
  return written.replace(/(\s\d+\sг\.)(?=–.*\1$)/, ""); // Intl names the year twice for months in Russian
}

function shortened(from, to) {
  const shared = [/^\d+年\d+月(?=\d)/, /^\d+年/].map((form) => form.exec(from)?.[0]).find((start) => start && to.startsWith(start));
  return to.slice(shared?.length ?? 0);
}

function isYear(iso) {
  return /^-?\d{1,6}$/.test(iso);
}

function plain(year) {
  return year.replace(/^-?0*(?=\d)/, "");
}

function valid(iso) {
  return !Number.isNaN(Date.parse(iso));
}
