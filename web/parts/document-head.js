// What lists and pages say about a document, from its DocumentHead.
import { date, currentLanguage, t } from "../lang/words.js";
import { el } from "./dom.js";

/** @typedef {import("../engine/protocol.js").DocumentHead} DocumentHead */

// Marks that turn the direction of writing, beyond the title too.
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** How a piece of metadata is known, where that needs saying. @param {string} from */
export function origin(from) {
  const says = ["text", "elsewhere", "reader"].includes(from);
  return says && el("span", { class: "origin", lang: currentLanguage(), "data-from": from }, t(`from.${from}`));
}

const LONGEST = 200; // letters of a title: more is told by the text itself

/** @param {DocumentHead} head @returns {string} */
export function titleOf(head) {
  const letters = [...(head.title || head.name || "").replace(TURNING, "").trim()];
  const cut = letters.length > LONGEST ? `${letters.slice(0, LONGEST).join("")}…` : letters.join("");
  return cut || t("title.unknown");
}

/** The title of a document that a library lists, else its id. @param {import("../engine/protocol.js").LibraryState|null} library @param {string} id */
export function titleAmong(library, id) {
  return titleOf(library?.documents.find((head) => head.id === id) ?? { name: id });
}

/** Date of the summit, with its origin; unknown is said. @param {DocumentHead} head */
export function dateOf(head) {
  if (!head.date) return el("span", { class: "unknown" }, t("date.unknown"));
  return el("span", { class: "dated" }, el("time", { datetime: head.date }, date(head.date)), " ", origin(head.dateFrom));
}

/** Organisation and place, joined. @param {DocumentHead} head */
function placeOf(head) {
  const place = [head.city, head.country].filter(Boolean).join("，");
  return [head.organisation, place].filter(Boolean).join(" · ");
}

/** The line beneath a title: date, organisation, place. @param {DocumentHead} head */
export function byline(head) {
  const place = placeOf(head);
  return el("p", { class: "byline" }, dateOf(head), place && el("span", { lang: "zh" }, place));
}
