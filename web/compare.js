// Compare: what comparing found, grouped by kind; each finding is a sentence
// with its verdict, and opens.
import { COMPARE_LISTS } from "./address.js";
import { addressOf, KINDS, standing } from "./compare-words.js";
import "./compare-filters.js";
import { NONE, settings } from "./compare-filters.js";
import { el, fill } from "./dom.js";
import { name } from "./figure-words.js";
import { titleOf } from "./head.js";
import { Latest } from "./latest.js";
import { Op } from "./protocol.js";
import { number, spoken, t } from "./words.js";

const PAGE = 50; // of one kind at a time
const FEW = 8; // of each kind, while all are shown

export class CompareView extends HTMLElement {
  /** @type {import("./stage.js").Context} */
  context;
  #latest = new Latest();
  #facets = { waiting: true };
  #filters = el("fenghui-compare-filters");
  #bar = el("fenghui-progress");
  #count = el("p", { class: "count", role: "status", tabindex: "-1" });
  #list = el("div", { class: "findings" });

  get heading() {
    return t("nav.compare");
  }

  connectedCallback() {
    if (this.firstChild) return;
    this.addEventListener("fenghui-choose", ({ detail }) => this.#go(detail.change));
    this.append(
      el("div", { class: "view-head" }, el("h1", { tabindex: "-1" }, t("nav.compare")), el("a", { class: "to-draft", href: "#/draft" }, t("draft.title"))),
      el("p", { class: "lead" }, t("compare.lead")),
      this.#filters, this.#bar, this.#count, this.#list);
  }

  disconnectedCallback() {
    this.#latest.stop();
  }

  /** @param {import("./address.js").Route} route */
  async show(route) {
    this.#filters.show(route, this.#facets, this.#title);
    this.#bar.begin(() => this.#latest.cancel());
    try {
      const found = await this.#latest.ask((signal) => this.#ask(route, signal));
      if (!found) return;
      this.#bar.end();
      this.#facets = found.facets;
      this.#filters.show(route, found.facets, this.#title);
      this.#draw(route, found);
    } catch (error) {
      this.#bar.end();
      this.#count.textContent = "";
      const again = () => this.show(route).catch((failure) => this.context.report(failure));
      fill(this.#list, el("p", { class: "empty-state" }, t(error.code === "cancelled" ? "compare.stopped" : "compare.failed"), " ",
        el("button", { type: "button", onclick: again }, t("error.retry"))));
      throw error;
    }
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

  // First what there is of each kind, then some of each.
  async #ask(route, signal) {
    const { session } = this.context;
    const args = Object.fromEntries([...COMPARE_LISTS, "document"].map((filter) => [filter, route[filter]]).filter(([, value]) => value.length));
    const asked = (kinds, limit) => session.request(Op.compare, { ...args, kinds, language: spoken(), limit }, { signal, progress: (told) => this.#bar.update(told) });
    const all = await asked(KINDS, 1);
    const wanted = route.kind.length ? route.kind : KINDS;
    const there = KINDS.filter((kind) => wanted.includes(kind) && all.facets.kinds.some(({ value }) => value === kind));
    const limit = there.length > 1 ? FEW : route.n || PAGE;
    const groups = await Promise.all(there.map(async (kind) => ({ kind, ...(await asked([kind], limit)) })));
    const [only] = groups; // its facets are those of the kind shown
    return { ...all, facets: route.kind.length === 1 && only ? { ...only.facets, kinds: all.facets.kinds } : all.facets, groups };
  }

  #draw(route, { groups, compared, leftOut }) {
    const total = groups.reduce((sum, group) => sum + group.total, 0);
    this.#count.textContent = total ? t("compare.count", { count: total, compared: number(compared) }) : "";
    fill(this.#list, leftOut > 0 && el("p", { class: "note" }, t("compare.leftOut", { count: leftOut })),
      groups.map((group) => this.#group(route, group, groups.length === 1)), total === 0 && this.#empty(route, compared));
  }

  #group(route, { kind, items, total }, alone) {
    const rest = total - items.length;
    const more = (change, word, count) => el("button", { type: "button", class: alone ? "more" : "quiet", onclick: () => this.#go(change) }, t(word, { count }));
    return el("section", { class: "finding-group", "aria-labelledby": `kind-${kind}` },
      el("h2", { id: `kind-${kind}` }, name("compare.kind", kind), el("span", { class: "group-total" }, number(total))),
      el("p", { class: "note" }, t(`compare.kind.${kind}.long`)),
      el("ol", { class: "finding-list" }, items.map(finding)),
      rest > 0 && (alone ? more({ n: items.length + PAGE }, "compare.more", Math.min(PAGE, rest)) : more({ kind: [kind] }, "compare.allOf", total)));
  }

  #empty(route, compared) {
    const set = settings(route, this.#facets, this.#title);
    if (set.length + route.kind.length === 0) {
      return el("div", { class: "empty-state" }, el("p", {}, t(compared > 0 ? "compare.empty" : "compare.empty.library")),
        el("p", {}, el("a", { href: "#/library" }, t("read.toLibrary"))));
    }
    const drop = (label, change) => el("li", {}, el("button", { type: "button", onclick: () => this.#go(change) }, t("figures.empty.drop", { name: label })));
    return el("div", { class: "empty-state" }, el("p", {}, t("compare.empty.drops")), el("ul", { class: "drops" },
      set.map(({ label, without }) => drop(label, without)), route.kind.map((kind) => drop(name("compare.kind", kind), { kind: [] })),
      el("li", {}, el("button", { type: "button", onclick: () => this.#go(NONE) }, t("search.clearFilters")))));
  }

  #move(step) {
    const links = [...this.#list.querySelectorAll(".finding a")];
    const at = links.indexOf(document.activeElement);
    const next = links[at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + step, 0), links.length - 1)];
    next?.focus();
  }

  #title = (id) => titleOf(this.context.session.library?.documents.find((head) => head.id === id) ?? { name: id });

  #go(change) {
    this.context.router.go({ ...this.context.router.route, n: 0, ...change });
  }
}

/** @param {import("./protocol.js").ComparisonHead} head */
export function finding(head) {
  const { kind, title, documents, figures } = head;
  return el("li", { class: "finding", "data-kind": kind }, standing(head),
    el("a", { href: addressOf(head) }, title),
    el("span", { class: "finding-size" }, t("compare.size", { figures: t(kind === "initiative" ? "compare.places" : "figures.count", { count: figures }), documents: t("library.documents", { count: documents }) })));
}

customElements.define("fenghui-compare", CompareView);
