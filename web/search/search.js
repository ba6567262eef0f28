// Search: the answer to the query in the address.
import { Latest } from "../engine/latest.js";
import { Op } from "../engine/protocol.js";
import { currentLanguage, t } from "../lang/words.js";
import { el, fill } from "../parts/dom.js";
import { quotedQuery } from "../parts/query-notes.js";
import { FigureMarks } from "../read/marks.js";
import { settings } from "./filters.js";
import "./hit-list.js";
import { counted, noQuery, notes } from "./states.js";
import "./tools.js";
import { YearLoader } from "./year-loader.js";

const PAGE = 10; // documents at a time
const SIGHT = 4; // of them fill what is in sight at first

export class SearchView extends HTMLElement {
  /** @type {import("../page/stage.js").Context} */
  context;
  #latest = new Latest();
  #filters = el("fenghui-filters");
  #tools = el("fenghui-search-tools");
  #hits = el("fenghui-hits");
  #marks = null;
  #years = null;
  #count = el("p", { class: "count", role: "status", tabindex: "-1" });
  #notes = el("div", { class: "search-notes" });
  #more = el("button", { type: "button", class: "more", onclick: () => this.#addMore() });

  get heading() {
    const { q } = this.context.router.route;
    return q ? quotedQuery(q) : t("search.title");
  }

  connectedCallback() {
    this.#marks ??= new FigureMarks(this.#hits, this.context);
    this.#marks.start();
    this.#years ??= new YearLoader(this.context.session);
    if (this.firstChild) return;
    this.addEventListener("fenghui-filter", ({ detail }) => this.context.router.go({ ...this.context.router.route, ...detail, n: 0 }));
    this.#more.hidden = true;
    this.append(
      el("h1", { class: "unseen" }, t("search.title")),
      this.#filters,
      el("div", { class: "results" }, el("div", { class: "results-bar" }, this.#count, this.#tools), this.#years.note, this.#notes, this.#hits, this.#more));
  }

  disconnectedCallback() {
    this.#latest.stop();
    this.#years.stop();
    this.#marks.stop();
  }

  /** @param {import("../address/route.js").Route} route */
  async show(route) {
    if (!route.q && settings(route, {}).length === 0) return this.#showNoQuery();
    let early = false; // what is in sight comes first, then the rest and how all can be narrowed
    const asked = this.#ask(route, 0, route.n || PAGE, (hits) => {
      early = true;
      this.#showHits(hits, route);
    });
    this.#filters.show(route); // while the program looks
    const answer = await asked;
    if (!answer) return;
    if (early) this.#hits.add(answer.groups);
    else this.#showHits(answer, route);
    this.#showMore(answer.documents);
    for (const part of [this.#filters, this.#tools]) part.show(route, answer.facets, answer.documents);
    this.#years.follow(answer, () => this.show(route)).catch((error) => this.context.report(error));
  }

  focusResults() {
    this.#count.focus({ preventScroll: true });
  }

  next() {
    this.#hits.move(1);
  }

  previous() {
    this.#hits.move(-1);
  }

  open() {
    this.#hits.open();
  }

  nextFigure() {
    this.#marks.step(1);
  }

  previousFigure() {
    this.#marks.step(-1);
  }

  /** The answer, or null when another question has been asked meanwhile. */
  async #ask({ q: query, from, to, summit, country, person, topic, kind, speech, sort, literal }, offset, limit, early) {
    const waiting = setTimeout(() => this.#say(t(this.context.session.library ? "search.waiting" : "search.opening")), 300);
    const args = { query, from, to, summit, country, person, topic, kind, speech, sort, literal, offset, limit, language: currentLanguage(), early: early ? SIGHT : 0 };
    try {
      return await this.#latest.ask((signal) => this.context.session.request(Op.search, args, { signal, hits: (hits) => signal.aborted || early(hits) }));
    } catch (error) {
      this.#say("");
      throw error;
    } finally {
      clearTimeout(waiting);
    }
  }

  #showHits(answer, route) {
    this.#say(answer.passages > 0 ? counted(answer) : t("search.none", { query: quotedQuery(route.q) }));
    fill(this.#notes, notes(answer, route.literal, (change) => this.context.router.go({ ...route, ...change, n: 0 })));
    this.#hits.show(answer.groups, route.q);
    if (performance.getEntriesByName("fenghui:first-answer").length === 0) performance.mark("fenghui:first-answer");
  }

  #showMore(documents) {
    this.#marks.refresh();
    const rest = Math.min(PAGE, documents - this.#hits.childElementCount);
    this.#more.hidden = rest <= 0;
    this.#more.textContent = t("search.more", { count: rest });
  }

  async #addMore() {
    const { route } = this.context.router;
    const answer = await this.#ask(route, this.#hits.childElementCount, PAGE).catch((error) => this.context.report(error));
    if (!answer) return;
    this.#say(counted(answer));
    this.#hits.add(answer.groups);
    this.#showMore(answer.documents);
    this.context.router.go({ ...route, n: this.#hits.childElementCount }, { replace: true, silent: true });
  }

  #showNoQuery() {
    this.#latest.stop();
    this.#years.stop();
    this.#say("");
    this.#filters.show(this.context.router.route, {});
    this.#tools.show(this.context.router.route, {}, 0);
    this.#notes.replaceChildren(noQuery());
    this.#hits.show([], "");
    this.#showMore(0);
  }

  #say(text) {
    if (this.#count.textContent !== text) this.#count.textContent = text;
  }
}

customElements.define("fenghui-search", SearchView);
