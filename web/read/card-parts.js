// What the card of a figure says.
import { pageAddress } from "../address/public.js";
import { format } from "../address/route.js";
import { appears } from "../compare/words.js";
import { flag, figureAddress } from "../figures/columns.js";
import { amount, doubts, doubtSentence, name, qualifiedAmount } from "../figures/words.js";
import { usualUnits } from "../lang/numbers.js";
import { period } from "../lang/periods.js";
import { programLanguage, t } from "../lang/words.js";
import { el } from "../parts/dom.js";
import { correctionForm } from "./correction-form.js";

const TIMES = ["year", "date", "duration", "century", "anniversary", "ordinal"];

/** The words of a figure, and a way out. @param {string} quote @param {() => void} leave */
export function head(quote, leave) {
  return el("div", { class: "card-head" },
    el("p", { class: "card-quote", id: "figure-quote", lang: "zh" }, quote),
    el("button", { type: "button", class: "quiet", "aria-label": t("figure.close"), onclick: leave }, "×"));
}

/** What stands there while the answer is on its way. */
export function waiting() {
  return el("p", { class: "waiting", role: "status" }, t("figure.waiting"));
}

/** What was read, how, and where to go from here. @param {import("../engine/protocol.js").FigureCard} answer */
export function body({ figure, why, comparisons }) {
  const [first, ...others] = new Set([usualUnits(), "zh", "en", "full"].map((units) => amount(figure, units)));
  const known = rows(figure).filter(([, value]) => value);
  return [
    el("p", { class: "card-amount" },
      el("strong", {}, qualifiedAmount(figure)),
      others.length > 0 && first && el("span", {}, others.join(" · "))),
    doubts(figure).map((doubt) => el("p", { class: "card-doubt" }, flag(doubt, figure), " ", doubtSentence(doubt, figure))),
    el("dl", {}, known.flatMap(([key, value, lang]) => [el("dt", {}, t(`figure.${key}`)), el("dd", { lang }, value)])),
    why?.length > 0 && el("details", { class: "why" },
      el("summary", {}, t("figure.why")),
      el("ol", { lang: programLanguage() }, why.map((step) => el("li", {}, step)))),
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
    ["speaker", speaker && [
      el("span", { lang: "zh" }, speaker),
      speech && speech !== "none" && el("span", { class: "note" }, ` ${name("figure.speech", speech)}`),
    ].filter(Boolean)],
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
  return el("div", { class: "card-links" }, copyLink(figure),
    measure && to({ measure: [measure] }, "figure.ofMeasure", { name: measureName || measure }),
    indicator && to({ indicator: [indicator] }, "figure.ofIndicator"),
    to({ document: id }, "figure.ofDocument"),
    parties?.length > 1 && el("a", { href: format({ view: "partner", of: parties[0], id: parties[1] }) }, t("partner.of", { a: parties[0], b: parties[1] })));
}

function copyLink(figure) {
  const link = el("a", { href: figureAddress(figure), "aria-live": "polite" }, t("figure.link"));
  if (!navigator.clipboard) return link;
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const copied = navigator.clipboard.writeText(new URL(link.hash, pageAddress()).href);
    copied.then(() => (link.textContent = t("figure.copied")), () => (location.hash = link.hash));
  });
  return link;
}
