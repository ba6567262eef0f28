// Compare: what comparing found, grouped by kind; each finding is a sentence
// with its verdict, and opens.
import { name } from "../figures/words.js";
import { number, t } from "../lang/words.js";
import { titleAmong } from "../parts/document-head.js";
import { el, fill } from "../parts/dom.js";
import { stepIn } from "../parts/keys.js";
import { failure, LatestWithProgress } from "../parts/latest-with-progress.js";
import { NONE, settings } from "./filters.js";
import { cachedFindings, findings, moreFindings, PAGE } from "./findings.js";
import "./list.js";
import { COMPARING } from "./words.js";

let opened = ""; // the finding opened last, to be focused on coming back

export class CompareView extends HTMLElement {
  /** @type {import("../page/stage.js").Context} */
  context;
  #facets = { waiting: true };
  #adding = false;
  #filters = el("fenghui-compare-filters");
  #bar = el("fenghui-progress");
  #latest = new LatestWithProgress(this.#bar);
  #count = el("p", { class: "count", role: "status", tabindex: "-1" });
  #list = el("div", { class: "findings" });

  get heading() {
    return t("nav.compare");
  }

  connectedCallback() {
    if (this.firstChild) return;
    this.addEventListener("fenghui-choose", ({ detail }) => this.#go(detail.change));
    this.#list.addEventListener("click", ({ target }) => (opened = target.closest(".finding a")?.hash ?? opened));
    this.append(
      el("div", { class: "view-head" },
        el("h1", { tabindex: "-1" }, t("nav.compare")),
        el("p", { class: "to-others" },
          el("a", { href: "#/since" }, t("since.title")),
          el("a", { href: "#/partner" }, t("partner.title")),
          el("a", { class: "to-draft", href: "#/draft" }, t("draft.title")))),
      el("p", { class: "lead" }, t("compare.lead")),
      this.#filters, this.#bar, this.#count, this.#list);
  }

  disconnectedCallback() {
    this.#latest.stop();
  }

  /** @param {import("../address/route.js").Route} route */
  async show(route) {
    this.#filters.show(route, this.#facets, this.#title);
    const found = this.#atHand(route) ?? (await this.#ask(route));
    if (!found) return;
    this.#facets = found.facets;
    this.#filters.show(route, found.facets, this.#title);
    this.#draw(route, found);
  }

  /** Coming back, the focus is where it was. */
  returned() {
    [...this.#list.querySelectorAll(".finding a")].find((link) => link.hash === opened)?.focus({ preventScroll: true });
  }

  next() {
    this.#move(1);
  }

  previous() {
    this.#move(-1);
  }

  open() {
    (this.#list.contains(document.activeElement) ? document.activeElement : this.#list.querySelector(".finding a"))?.click();
  }

  #atHand(route) {
    const found = cachedFindings(this.context.session, route);
    if (found) this.#latest.stop();
    return found;
  }

  async #ask(route) {
    try {
      return await this.#latest.ask((how) => findings(this.context.session, route, how));
    } catch (error) {
      const again = () => this.show(route).catch(this.context.report);
      this.#count.textContent = "";
      fill(this.#list, failure(error, COMPARING, again));
      throw error;
    }
  }

  #draw(route, found) {
    const { groups, compared, leftOut } = found;
    const total = groups.reduce((sum, group) => sum + group.total, 0);
    this.#count.textContent = compared ? t("compare.count", { count: total, compared: number(compared) }) : "";
    const drawn = groups.map((group) => el("fenghui-finding-group"));
    fill(this.#list,
      leftOut > 0 && el("p", { class: "note" }, t("compare.leftOut", { count: leftOut })),
      drawn,
      total === 0 && this.#empty(route, compared));
    for (const [k, group] of groups.entries()) {
      const more = () => (groups.length === 1 ? this.#addMore(drawn[k], found) : this.#go({ kind: [group.kind] }));
      drawn[k].show(group, groups.length === 1, PAGE, more);
    }
  }

  async #addMore(drawn, found) {
    if (this.#adding) return; // pressed twice
    this.#adding = true;
    const { route } = this.context.router;
    const answer = await this.#latest.ask((how) => moreFindings(this.context.session, route, found, how)).catch(this.context.report);
    this.#adding = false;
    if (!answer?.items.length) return;
    drawn.add(answer, PAGE);
    this.context.router.go({ ...route, n: found.groups[0].items.length }, { replace: true, silent: true });
  }

  #empty(route, compared) {
    const set = settings(route, this.#facets, this.#title);
    if (set.length + route.kind.length === 0) {
      return el("div", { class: "empty-state" },
        el("p", {}, t(compared > 0 ? "compare.empty" : "compare.empty.library")),
        el("p", {}, el("a", { href: "#/library" }, t("read.toLibrary"))));
    }
    const choice = (word, change) => el("li", {}, el("button", { type: "button", onclick: () => this.#go(change) }, word));
    const drop = (label, change) => choice(t("figures.empty.drop", { name: label }), change);
    return el("div", { class: "empty-state" },
      el("p", {}, t("compare.empty.drops")),
      el("ul", { class: "drops" },
        set.map(({ label, without }) => drop(label, without)),
        route.kind.map((kind) => drop(name("compare.kind", kind), { kind: [] })),
        choice(t("search.clearFilters"), NONE)));
  }

  #move(step) {
    stepIn([...this.#list.querySelectorAll(".finding a")], step)?.focus();
  }

  #title = (id) => titleAmong(this.context.session.library, id);

  #go(change) {
    this.context.router.go({ ...this.context.router.route, n: 0, ...change });
  }
}

customElements.define("fenghui-compare", CompareView);
