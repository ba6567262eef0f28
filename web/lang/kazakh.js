// Dates in Kazakh, written as its newspapers do: few browsers carry its names
// of months, though all name the language as known.
//
//   dates().format(new Date("2025-10-07"))   // "2025 ж. 7 қазан"

const MONTHS = ["қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"];

/** The part of Intl.DateTimeFormat that is used here. @param {{days?: boolean}} how whether days are told, or months only */
export function dates({ days = true } = {}) {
  const year = (date) => `${date.getUTCFullYear()} ж.`;
  const day = (date) => `${days ? `${date.getUTCDate()} ` : ""}${MONTHS[date.getUTCMonth()]}`;
  const format = (date) => `${year(new Date(date))} ${day(new Date(date))}`;
  return {
    format,
    formatRange(from, to) {
      if (from.getUTCFullYear() !== to.getUTCFullYear()) return `${format(from)} – ${format(to)}`;
      const sameMonth = from.getUTCMonth() === to.getUTCMonth();
      if (sameMonth && !days) return format(from);
      return `${year(from)} ${sameMonth ? from.getUTCDate() : `${day(from)} `}–${sameMonth ? "" : " "}${day(to)}`;
    },
  };
}
