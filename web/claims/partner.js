// A page for two parties: everything told between them, over time, as small
// drawings with their sentences.
import { format } from "../address/route.js";
import { addressOf, sourced, standing } from "../compare/words.js";
import { Op } from "../engine/protocol.js";
import { figureAddress } from "../figures/columns.js";
import { qualifiedAmount } from "../figures/words.js";
import { programLanguage, t } from "../lang/words.js";
import { el, fill } from "../parts/dom.js";
import { empty, grounds, small, when } from "./claims.js";
import { ClaimsView } from "./view.js";

// What belongs to one part of the page, by how measures are named.
const PARTS = {
  trade: /^(trade|goods)\b/,
  investment: /^(investment|aid|loan)\b/,
  projects: /^(projects|contract|agreements|institution|outcomes|measures)\b/,
  transit: /^(transit|freight|route|passenger|oil|gas|logistics)\b/,
  other: /^/,
};
const FEW = 8; // partners named where there is nothing

export class PartnerView extends ClaimsView {
  #names = ["", ""];
  #title = el("h1", { tabindex: "-1" });
  #inputs = ["a", "b"].map((side) =>
    el("input", { id: `partner-${side}`, list: "partner-names", autocomplete: "off", required: true }));
  #known = el("datalist", { id: "partner-names" });

  get heading() {
    const [a, b] = this.#names;
    return a && b ? t("partner.of", { a, b }) : t("partner.title");
  }

  connectedCallback() {
    if (this.firstChild) return;
    this.body.className = "partner";
    this.append(
      el("div", { class: "view-head" }, this.#title, el("a", { class: "to-draft", href: "#/since" }, t("since.to"))),
      el("p", { class: "lead" }, t("partner.lead")),
      this.#form(), this.bar, this.body);
  }

  #form() {
    const labels = this.#inputs.map((input, k) => el("label", {}, el("span", {}, t(k ? "partner.b" : "partner.a")), input));
    return el("form", { class: "choice", onsubmit: (event) => this.#submit(event) },
      labels, el("button", { type: "submit" }, t("partner.show")), this.#known);
  }

  /** @param {import("../address/route.js").Route} route */
  show(route) {
    this.#names = [route.of, route.id];
    this.#title.textContent = this.heading;
    return this.ask(Op.partner, { a: route.of, b: route.id }, (answer) => this.#draw(answer));
  }

  #draw(answer) {
    this.#names = [answer.a.label, answer.b.label];
    this.#title.textContent = this.heading;
    this.#inputs.forEach((input, k) => (input.value = this.#names[k]));
    fill(this.#known, answer.parties.map(({ value, label }) => el("option", { value: label || value })));
    fill(this.body, answer.series.length + answer.figures.length > 0 ? all(answer) : nothing(answer));
  }

  #submit(event) {
    event.preventDefault();
    const [of, id] = this.#inputs.map((input) => input.value.trim());
    if (of && id) this.context.router.go({ view: "partner", of, id });
  }
}

function all({ series, figures }) {
  const told = figures.length + series.reduce((sum, { rows }) => sum + rows.length, 0);
  return [
    el("p", { class: "count", role: "status" }, t("partner.count", { series: series.length, figures: told })),
    ...Object.keys(PARTS).map((part) => section(part, {
      series: series.filter(({ head }) => partOf(head.measure) === part),
      figures: figures.filter(({ measure }) => partOf(measure) === part),
    })).filter(Boolean),
  ];
}

function partOf(measure = "") {
  return Object.keys(PARTS).find((part) => PARTS[part].test(measure));
}

function section(part, { series, figures }) {
  if (series.length + figures.length === 0) return null;
  return el("section", { class: "partner-part", "aria-labelledby": `partner-${part}` },
    el("h2", { id: `partner-${part}` }, t(`partner.part.${part}`)),
    series.length > 0 && el("ul", { class: "partner-series" }, series.map(seriesItem)),
    figures.length > 0 && el("ul", { class: "partner-once" }, figures.map(figureItem)));
}

// What is told more than once.
function seriesItem({ head, rows, notes = [], chart }) {
  return el("li", { class: "partner-card" },
    el("h3", {}, el("a", { href: addressOf(head), lang: programLanguage() }, head.title)),
    el("p", { class: "partner-standing" }, standing(head)),
    small({ chart }) ?? el("ul", { class: "partner-told" }, rows.map(rowItem)),
    notes.map((note) => el("p", { class: "note", lang: programLanguage() }, note)),
    grounds(rows.map((row) => ["", row])));
}

function rowItem(row) {
  return el("li", {}, el("strong", {}, row.told), " ", el("span", { class: "note" }, when(row)));
}

// What is told once.
function figureItem(figure) {
  const { indicator, status, quote } = figure;
  return el("li", {}, el("details", { class: "told-grounds" },
    el("summary", {},
      el("span", { lang: "zh" }, indicator),
      el("strong", {}, ` ${qualifiedAmount(figure)}`),
      el("span", { class: "note" }, ` ${when({ figure })}`),
      status && status !== "actual" && el("span", { class: "verdict" }, t(`figure.status.${status}`))),
    el("div", { class: "source" },
      el("p", { class: "source-told" }, el("a", { href: figureAddress(figure) }, quote)),
      sourced(figure))));
}

// Why there is nothing, and whom there is something with.
function nothing(answer) {
  const links = offers(answer).map(({ of, id, text }) => el("li", {}, el("a", { href: format({ view: "partner", of, id }) }, text)));
  return empty(
    el("p", {}, reason(answer)),
    links.length > 0 && el("p", {}, t("partner.try")),
    el("ul", { class: "drops" }, links));
}

function reason({ a, b }) {
  const unknown = [a, b].filter(({ name, known }) => name && !known).map(({ name }) => name);
  if (unknown.length > 0) return t("partner.unknown", { name: unknown.join("、") });
  if (!a.name || !b.name) return t("partner.choose");
  if (a.name === b.name) return t("partner.same");
  return t("partner.nothing", { a: a.label, b: b.label });
}

// Pairs to choose instead: with the first party if it is known, else with the one most figures name.
function offers({ a, parties }) {
  const named = parties.slice(0, FEW).map(({ value, label }) => ({ name: value, label: label || value }));
  const [first, others] = a.known ? [a, named] : [named[0], named.slice(1)];
  return others.map(({ name, label }) => ({ of: first.name, id: name, text: t("partner.of", { a: first.label, b: label }) }));
}

customElements.define("fenghui-partner", PartnerView);
