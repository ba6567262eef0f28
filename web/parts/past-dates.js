// Which of the dates that speeches announced are over by the reader's calendar.

/** A day by the reader's calendar: 2026-11-21. @param {Date} date */
export function dayOf(date) {
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** Whether all of a time lies before today. @param {string} iso @param {Date} [now] */
export function isOver(iso, now = new Date()) {
  const end = (iso ?? "").split("/").at(-1);
  return /^\d{4}(-\d{2}){0,2}$/.test(end) && end < dayOf(now).slice(0, end.length);
}
