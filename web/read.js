// A document, whole: its text with the hits of a query marked, and what is
// known of it. The paragraph in the address is the one chosen.
import { el, fill, runs } from "./dom.js";
import { facts } from "./facts.js";
import { byline, origin, titleOf } from "./head.js";
import "./hit-walk.js";
import { Op } from "./protocol.js";
import { format } from "./router.js";
import { t } from "./words.js";

export class ReadView extends HTMLElement {
  /** @type {import("./stage.js").Context} */
  context;
  #asked = 0;
  #stopping = null;
  #shown = "";
  #title = "";
  #walk = null;

  get heading() {
    return this.#title || t("read.title");
  }

  disconnectedCallback() {
    this.#asked++;
    this.#stopping?.abort();
  }

  /** @param {import("./router.js").Route} route @returns {Promise<boolean>} whether it has scrolled to a place of its own */
  async show(route) {
    const wanted = JSON.stringify([route.id, route.q]);
    if (wanted !== this.#shown && !(await this.#open(route, wanted))) return false;
    return this.#choose(route.p);
  }

  next() {
    this.#walk?.move(1);
  }

  previous() {
    this.#walk?.move(-1);
  }

  async #open({ id, q }, wanted) {
    const asked = ++this.#asked;
    this.#stopping?.abort();
    this.#stopping = new AbortController();
    if (!this.firstChild) this.append(el("p", { class: "waiting", role: "status" }, t("read.waiting")));
    try {
      const { signal } = this.#stopping;
      const doc = await this.context.session.request(Op.document, { id, query: q }, { signal });
      if (asked !== this.#asked) return false;
      this.#shown = wanted;
      this.#draw(doc, q);
      return true;
    } catch (error) {
      if (asked !== this.#asked) return false;
      if (error.code !== "not-found") throw error;
      this.#missing();
      return false;
    }
  }

  #draw(doc, q) {
    const { head } = doc;
    this.#title = titleOf(head);
    this.#walk = el("fenghui-hit-walk");
    const passages = doc.passages ?? [];
    const titled = isTitle(passages[0], this.#title);
    const title = titled
      ? el("span", { id: "p1", class: "passage title", lang: "zh", tabindex: "-1" }, runs(passages[0].runs))
      : el("span", { lang: "zh" }, this.#title);
    const text = el("div", { class: "paragraphs", lang: "zh" },
      passages.map((p, i) => (i > 0 || !titled) && passage(p, i + 1, head.id, q)));
    fill(this,
      el("article", { class: "document" },
        el("header", {},
          el("h1", { tabindex: "-1" }, title, " ", origin(head.titleFrom)),
          head.event && head.event !== this.#title && el("p", { class: "event", lang: "zh" }, head.event),
          byline(head)),
        q ? this.#walk : null,
        text),
      facts(doc));
    if (q) this.#walk.show(this, q, (p) => this.#moved(p), () => this.#go({ q: "" }));
  }

  #missing() {
    this.#shown = "";
    this.#title = "";
    this.replaceChildren(el("div", { class: "empty-state" },
      el("h1", { tabindex: "-1" }, t("read.title")),
      el("p", {}, t("read.missing")),
      el("p", {}, el("a", { href: "#/library" }, t("read.toLibrary")))));
  }

  // The chosen paragraph comes into view.
  #choose(p) {
    for (const old of this.querySelectorAll(".passage[aria-current]")) old.removeAttribute("aria-current");
    const chosen = p > 0 && this.querySelector(`#p${p}`);
    if (!chosen) return false;
    chosen.setAttribute("aria-current", "true");
    this.#walk?.stand(chosen);
    chosen.scrollIntoView({ block: "center" });
    chosen.focus({ preventScroll: true });
    return true;
  }

  #moved(p) {
    this.#go({ p }, true);
    this.#choose(p);
  }

  #go(change, silent = false) {
    this.context.router.go({ ...this.context.router.route, ...change }, { replace: true, silent });
  }
}

// An article's title line is its first passage too; it is shown once.
function isTitle(first, title) {
  return first?.kind === "heading" && (first.runs ?? []).map((run) => run.text).join("") === title;
}

function passage({ kind, runs: list, ref }, n, id, q) {
  const number = el("a", { class: "number", href: format({ view: "read", id, p: n, q }), "aria-label": t("read.passageLink", { n }) }, String(n));
  const source = ref && el("span", { class: "ref", title: t("read.ref", { ref }) }, ref);
  const props = { id: `p${n}`, class: `passage ${kind}`, tabindex: "-1" };
  return el("div", props, number, el(kind === "heading" ? "h2" : "p", {}, runs(list), source && " ", source));
}

customElements.define("fenghui-read", ReadView);
