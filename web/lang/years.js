// The years by which a large library is loaded. Documents without a date belong
// to the year "".
import { t } from "./words.js";

/** Years as ranges: 2021–2023 · 2019. @param {string[]} names newest first */
export function yearRanges(names) {
  const runs = [];
  for (const year of names.filter(Boolean).map(Number)) {
    const last = runs.at(-1);
    if (last?.from === year + 1) last.from = year;
    else runs.push({ from: year, to: year });
  }
  const told = runs.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`));
  return [...told, ...(names.includes("") ? [t("years.undated")] : [])].join(" · ");
}
