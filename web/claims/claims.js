// What the views "since last time" and "two parties" share: claims as links,
// small drawings, and the sentences that claims rest on.
import { drawing } from "../compare/parts.js";
import { addressOf, sourced } from "../compare/words.js";
import { figureAddress } from "../figures/columns.js";
import { period } from "../lang/periods.js";
import { t } from "../lang/words.js";
import { el } from "../parts/dom.js";
import { stepIn } from "../parts/keys.js";

/** @typedef {import("../engine/protocol.js").ComparedFigure} Compared */

/** The time a figure is told for, in words. @param {Compared} row */
export function when({ figure }) {
  return figure.period ? period(figure.period) : t("since.undated");
}

/** A finding as a link to its comparison. @param {string} key of a series @param {string} sentence */
export function finding(key, sentence) {
  return el("a", { href: addressOf({ kind: "series", key }) }, sentence);
}

/** Where a claim stands: links to the paragraphs, and on demand the sentences. @param {[string, Compared|undefined|null][]} rows each with what it is */
export function grounds(rows) {
  const told = rows.filter(([, row]) => row);
  return el("details", { class: "told-grounds" },
    el("summary", {}, t("compare.sources")),
    el("ul", { class: "grounds" }, told.map(([label, row]) => el("li", { class: "source" },
      el("p", { class: "source-told" },
        label && el("span", { class: "source-of" }, label),
        el("a", { href: figureAddress(row.figure) }, row.told),
        el("span", { class: "source-of" }, when(row))),
      sourced(row.figure)))));
}

/** A drawing as small as its column. */
export function small({ chart }) {
  const drawn = chart && drawing({ chart });
  if (drawn) drawn.classList.add("small-chart");
  return drawn;
}

/** What to try where there is nothing, or something failed. @param {...any} children */
export function empty(...children) {
  return el("div", { class: "empty-state" }, ...children);
}

/** Moves the focus to the next claim, or back. @param {HTMLElement} within @param {number} step */
export function move(within, step) {
  const links = [...within.querySelectorAll(".since-item > div > a, .partner-card h3 a, .since-fate summary, .partner-once summary")];
  stepIn(links, step)?.focus();
}

// On paper nothing can be opened.
addEventListener("beforeprint", () => document.querySelectorAll(".told-grounds:not([open])").forEach((part) => part.toggleAttribute("data-printed", (part.open = true))));
addEventListener("afterprint", () => document.querySelectorAll(".told-grounds[data-printed]").forEach((part) => (part.open = part.toggleAttribute("data-printed", false))));
