// The card of a figure: what was read, how, and where to go from here. It
// stands by its figure, in the order of the Tab key too, and never leaves the
// screen; on a phone it rests at the foot of it.
import { pageAddress } from "../address/public.js";
import { format } from "../address/route.js";
import { appears } from "../compare/words.js";
import { flag, figureAddress } from "../figures/columns.js";
import { amount, doubts, doubtSentence, name, qualifiedAmount } from "../figures/words.js";
import { usualUnits } from "../lang/numbers.js";
import { period } from "../lang/periods.js";
import { programLanguage, t } from "../lang/words.js";
import { el, fill } from "../parts/dom.js";
import { correctionForm } from "./correction-form.js";

const GAP = 6; // px between figure and card, and to the edge of the screen
const LEAST = 160; // px of height, even where there is less room
const SHEET = matchMedia("(max-width: 35.99rem)"); // where it rests at the foot of the screen
const TIMES = ["year", "date", "duration", "century", "anniversary", "ordinal"];

export class FigureCard extends HTMLElement {
  #mark = null;

  /**
   * @param {HTMLElement} mark the figure in the text
   * @param {import("../engine/protocol.js").FigureCard|null} answer null: on its way
   * @param {() => void} leave
   */
  show(mark, answer, leave) {
    this.#mark = mark;
    this.id = "figure-card";
    this.popover = "manual"; // above everything, where there is such a thing
    this.setAttribute("role", "dialog");
    this.setAttribute("aria-labelledby", "figure-quote");
    fill(this, head(answer?.figure.quote ?? mark.textContent, leave), answer ? body(answer) : el("p", { class: "waiting", role: "status" }, t("figure.waiting")));
    const block = mark.closest("h1, h2, p");
    if (block.nextElementSibling !== this) block.after(this);
    if (this.showPopover && !this.matches(":popover-open")) this.showPopover();
    this.place();
    const hidden = mark.getBoundingClientRect().bottom + GAP - this.getBoundingClientRect().top;
    if (SHEET.matches && hidden > 0) scrollBy(0, hidden);
  }

  /** Adds what the figure appears in, which may be known later than the rest. @param {import("../engine/protocol.js").ComparisonHead[]} comparisons */
  add(comparisons) {
    this.append(...[appears(comparisons)].filter(Boolean));
    this.place();
  }

  /** A phone's keys may cover the figure while its reader sets it right. */
  get typing() {
    return this.contains(document.activeElement) && document.activeElement.matches("input, select");
  }

  close() {
    this.#mark = null;
    this.remove();
  }

  /** Beneath the figure, or above it where there is more room. @returns {boolean} whether the figure is in sight */
  place() {
    if (!this.#mark) return true; // on its way
    const rects = [...this.#mark.getClientRects()];
    if (rects.length === 0 || rects[0].top > innerHeight || rects.at(-1).bottom < 0) return false;
    const [first, last] = [rects[0], rects.at(-1)];
    const below = innerHeight - last.bottom - 2 * GAP;
    const above = first.top - 2 * GAP;
    const under = this.scrollHeight <= below || below >= above;
    this.style.setProperty("--room", `${Math.max(under ? below : above, LEAST)}px`);
    const { width, height } = this.getBoundingClientRect();
    const x = Math.min((under ? last : first).left, document.documentElement.clientWidth - width - GAP);
    const y = Math.min(under ? last.bottom + GAP : first.top - GAP - height, innerHeight - height - GAP);
    this.style.setProperty("--x", `${Math.max(x, GAP)}px`);
    this.style.setProperty("--y", `${Math.max(y, GAP)}px`);
    return true;
  }
}

function head(quote, leave) {
  return el("div", { class: "card-head" },
    el("p", { class: "card-quote", id: "figure-quote", lang: "zh" }, quote),
    el("button", { type: "button", class: "quiet", "aria-label": t("figure.close"), onclick: leave }, "×"));
}

function body({ figure, why, comparisons }) {
  const [first, ...others] = new Set([usualUnits(), "zh", "en", "full"].map((units) => amount(figure, units)));
  return [
    el("p", { class: "card-amount" }, el("strong", {}, qualifiedAmount(figure)), others.length > 0 && first && el("span", {}, others.join(" · "))),
    doubts(figure).map((doubt) => el("p", { class: "card-doubt" }, flag(doubt, figure), " ", doubtSentence(doubt, figure))),
    el("dl", {}, rows(figure).filter(([, value]) => value).flatMap(([key, value, lang]) => [el("dt", {}, t(`figure.${key}`)), el("dd", { lang }, value)])),
    why?.length > 0 && el("details", { class: "why" }, el("summary", {}, t("figure.why")), el("ol", { lang: programLanguage() }, why.map((step) => el("li", {}, step)))),
    correctionForm(figure),
    links(figure),
    appears(comparisons),
  ].flat();
}

function rows(figure) {
  const { indicator, measure, measureName, parties, scope, status, direction, reading, counted, speaker, speech } = figure;
  const joined = parties?.join("、");
  return [
    ["indicator", indicator, "zh"],
    ["measure", measureName || measure],
    ["parties", joined && (scope ? t("figure.scoped", { parties: joined, scope: name("figure.scope", scope) }) : joined), "zh"],
    ["period", when(figure)],
    ["status", status && name("figure.status", status)],
    ["direction", direction && direction !== "level" && name("figure.direction", direction)],
    ["reading", reading && reading !== "ambiguous" && name("figure.reading", reading)],
    ["counted", counted, "zh"],
    ["speaker", speaker && [el("span", { lang: "zh" }, speaker), speech && speech !== "none" && el("span", { class: "note" }, ` ${name("figure.speech", speech)}`)].filter(Boolean)],
  ];
}

function when({ period: iso, periodFrom: from, inferred }) {
  if (!iso) return null;
  const notes = [from && name("figure.periodFrom", from), inferred && t("figure.doubt.inferred")].filter(Boolean);
  return [period(iso), el("span", { class: "note" }, ` ${notes.join(" · ")}`)];
}

function links(figure) {
  const { document: id, indicator, measure, measureName, kind, parties } = figure;
  const times = TIMES.includes(kind);
  const to = (filter, word, args) => el("a", { href: format({ view: "figures", times, ...filter }) }, t(word, args));
  return el("div", { class: "card-links" }, copyButton(figure),
    measure && to({ measure: [measure] }, "figure.ofMeasure", { name: measureName || measure }),
    indicator && to({ indicator: [indicator] }, "figure.ofIndicator"),
    to({ document: id }, "figure.ofDocument"),
    parties?.length > 1 && el("a", { href: format({ view: "partner", of: parties[0], id: parties[1] }) }, t("partner.of", { a: parties[0], b: parties[1] })));
}

function copyButton(figure) {
  const link = el("a", { href: figureAddress(figure), "aria-live": "polite" }, t("figure.link"));
  if (!navigator.clipboard) return link;
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    navigator.clipboard.writeText(new URL(link.hash, pageAddress()).href).then(() => (link.textContent = t("figure.copied")), () => (location.hash = link.hash));
  });
  return link;
}

customElements.define("fenghui-figure-card", FigureCard);
