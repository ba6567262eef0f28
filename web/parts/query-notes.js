// What is said of a query wherever one is asked: the query itself, and what of
// it could not be used.
import { t } from "../lang/words.js";
import { el } from "./dom.js";

const QUOTED = /^["“「『]([^"“”「」『』]+)["”」』]?$/u; // or about to be

/** A query as a message quotes it: not in quotation marks of its own, and not endless. @param {string} q */
export function quotedQuery(q) {
  return short(q.replace(QUOTED, "$1"));
}

/** Shortens a text that may be very long. @param {string} text */
export function short(text) {
  const letters = [...text];
  return letters.length > 60 ? `${letters.slice(0, 60).join("")}…` : text;
}

/** What could not be used, and why. @param {import("../engine/protocol.js").Ignored[]} [parts] */
export function ignored(parts) {
  if (!parts?.length) return null;
  return el("div", { class: "ignored" }, el("p", {}, t("search.ignored")),
    el("ul", {}, parts.map(({ part, reason }) =>
      el("li", {}, el("code", {}, short(part)), " ", t(`ignored.${reason}`)))));
}
