// Figures: every figure the address asks for, as a table.
import { usualUnits } from "../lang/numbers.js";
import { t } from "../lang/words.js";
import { titleAmong } from "../parts/document-head.js";
import { el, fill } from "../parts/dom.js";
import { failure, LatestWithProgress } from "../parts/latest-with-progress.js";
import { ignored } from "../parts/query-notes.js";
import { parseColumns } from "./columns.js";
import { download } from "./download.js";
import "./facets.js";
import "./filters.js";
import { figures, question } from "./pages.js";
import { counted, grouped, nothing } from "./states.js";
import "./table.js";
import "./tools.js";

const PAGE = 50; // figures at a time

export class FiguresView extends HTMLElement {
  /** @type {import("../page/stage.js").Context} */
  context;
  #wanted = ""; // what the answer is to
  #answer = { figures: [], facets: {}, total: 0, all: 0 };
  #filters = el("fenghui-figure-filters");
  #tools = el("fenghui-figure-tools");
  #table = el("fenghui-figure-table");
  #bar = el("fenghui-progress");
  #latest = new LatestWithProgress(this.#bar);
  #count = el("p", { class: "count", role: "status", tabindex: "-1" });
  #saved = el("p", { class: "said", role: "status" });
  #notes = el("div", { class: "figure-notes" });
  #more = el("button", { type: "button", class: "more", hidden: true, onclick: () => this.#addMore() });

  get heading() {
    return t("figures.title");
  }

  connectedCallback() {
    if (this.firstChild) return;
    this.addEventListener("fenghui-choose", ({ detail }) => this.#go({ ...detail.change, n: 0 }, detail.typed));
    this.addEventListener("fenghui-show", ({ detail }) => this.#go(detail, true));
    this.addEventListener("fenghui-download", ({ detail }) => this.#take(detail.ending));
    this.append(el("h1", { class: "unseen", tabindex: "-1" }, t("figures.title")), this.#filters,
      el("div", { class: "figure-bar" }, this.#count, this.#tools), this.#bar, this.#saved, this.#notes, this.#table, this.#more);
  }

  disconnectedCallback() {
    this.#latest.stop();
  }

  /** @param {import("../address/route.js").Route} route */
  async show(route) {
    const wanted = JSON.stringify([question(route), route.n]);
    this.#showFilters(route, { ...this.#answer.facets, waiting: wanted !== this.#wanted });
    if (wanted !== this.#wanted) {
      this.#saved.textContent = "";
      const answer = await this.#ask(route, 0, route.n || PAGE);
      if (!answer) return;
      this.#wanted = wanted;
      this.#answer = { facets: {}, ...answer };
      this.#showFilters(route);
      fill(this.#notes, ignored(answer.ignored), grouped(answer.groups), answer.empty);
    }
    this.#draw(route);
  }

  next() {
    this.#table.move(1);
  }

  previous() {
    this.#table.move(-1);
  }

  open() {
    this.#table.open();
  }

  download() {
    if (this.#answer.total > 0) this.#take("csv");
  }

  // An answer without figures says which filter to drop.
  async #ask(route, offset, wanted) {
    try {
      return await this.#latest.ask(async ({ signal, progress }) => {
        const { session } = this.context;
        const found = await figures(session, question(route), { offset, wanted, signal, progress });
        if (found.total > 0) return found;
        const choose = (change) => this.#go({ ...change, n: 0 });
        return { ...found, empty: await nothing(session, route, found, { choose, title: this.#title, signal }) };
      });
    } catch (error) {
      this.#failed(route, error);
      throw error;
    }
  }

  #showFilters(route, facets = this.#answer.facets) {
    this.#filters.show(route, facets, this.#title);
    this.#tools.show(route, this.#answer.total);
  }

  #draw(route) {
    const { figures: list, total, groups } = this.#answer;
    this.#count.textContent = counted(this.#answer);
    this.#table.show(list, { columns: parseColumns(route.cols), units: route.units || usualUnits(), sort: route.sort, groups });
    this.#showMore(total - list.length);
  }

  #showMore(rest) {
    this.#more.hidden = rest <= 0;
    this.#more.textContent = t("figures.more", { count: Math.min(PAGE, rest) });
  }

  #failed(route, error) {
    this.#wanted = this.#count.textContent = "";
    this.#table.hidden = this.#more.hidden = true;
    fill(this.#notes, failure(error, { stopped: "figures.stopped", failed: "figures.failed" }, () => this.show(route).catch((again) => this.context.report(again))));
  }

  async #addMore() {
    const { route } = this.context.router;
    const answer = await this.#ask(route, this.#answer.figures.length, PAGE).catch((error) => this.context.report(error));
    if (!answer) return;
    const shown = (this.#answer.figures = [...this.#answer.figures, ...answer.figures]);
    this.#table.add(answer.figures, route.units || usualUnits());
    this.#showMore(answer.total - shown.length);
    this.#wanted = JSON.stringify([question(route), shown.length]);
    this.context.router.go({ ...route, n: shown.length }, { replace: true, silent: true });
  }

  async #take(ending) {
    const page = { bar: this.#bar, facets: this.#answer.facets, title: this.#title };
    const told = await download(this.context.session, this.context.router.route, ending, page).catch((error) => this.context.report(error));
    this.#saved.textContent = told ?? "";
  }

  #title = (id) => titleAmong(this.context.session.library, id);

  #go(change, replace = false) {
    this.#saved.textContent = "";
    this.context.router.go({ ...this.context.router.route, ...change }, { replace });
  }
}

customElements.define("fenghui-figures", FiguresView);
