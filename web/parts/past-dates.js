// Which of the dates that speeches announced are over by the reader's calendar.
import { t } from "../lang/words.js";
import { el } from "./dom.js";

const SHOWN = 6; // dates of the overview

/** A day by the reader's calendar: 2026-11-21. @param {Date} date */
export function dayOf(date) {
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** Whether all of a time lies before today. @param {string} iso @param {Date} [now] */
export function isOver(iso, now = new Date()) {
  const end = (iso ?? "").split("/").at(-1);
  return /^\d{4}(-\d{2}){0,2}$/.test(end) && end < dayOf(now).slice(0, end.length);
}

/**
 * Leaves the dates to come in the overview's list and folds those that are over
 * beneath it. Done once to a list; the program's own knows no today.
 * @param {ParentNode} overview
 * @param {Date} [now]
 */
export function foldPast(overview, now = new Date()) {
  const list = overview.querySelector("ul.ahead");
  if (!list || list.nextElementSibling?.localName === "details") return;
  const over = [...list.children].filter((item) => isOver(item.querySelector("time")?.dateTime, now));
  for (const item of over) item.remove();
  for (const item of [...list.children].slice(SHOWN)) item.remove();
  if (over.length === 0) return;
  list.after(el("details", { class: "due" }, el("summary", {}, t("overview.due", { count: over.length })), el("ul", {}, over)));
  if (!list.firstElementChild) list.hidden = true;
}
