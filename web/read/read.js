// A document, whole: its text with figures and the hits of a query marked, and
// what is known of it. The paragraph in the address is the one chosen, and the
// figure in it has its card open.
import { Latest } from "../engine/latest.js";
import { Op } from "../engine/protocol.js";
import { t } from "../lang/words.js";
import { byline, origin, titleOf } from "../parts/document-head.js";
import { el, fill } from "../parts/dom.js";
import { scrollAndFocus } from "../parts/focus.js";
import { facts } from "./document-facts.js";
import "./hit-walk.js";
import { FigureMarks } from "./marks.js";
import { absent, isTitle, marked, passage } from "./passage.js";
import { marksOn, readTools, switchMarks } from "./tools.js";

export class ReadView extends HTMLElement {
  /** @type {import("../page/stage.js").Context} */
  context;
  #latest = new Latest();
  #shown = "";
  #title = "";
  #walk = null;
  #marks = null;
  #absent = null; // says what is missing

  get heading() {
    return this.#title || t("read.title");
  }

  connectedCallback() {
    this.#marks ??= new FigureMarks(this, this.context);
    this.#marks.start();
  }

  disconnectedCallback() {
    this.#latest.stop();
    this.#marks.stop();
  }

  /** @param {import("../address/route.js").Route} route @returns {Promise<boolean>} whether it has scrolled to a place of its own */
  async show(route) {
    if (route.f) switchMarks(true); // what is linked to is shown
    const wanted = JSON.stringify([route.id, route.q, marksOn()]);
    if (wanted !== this.#shown && !(await this.#open(route, wanted))) return false;
    return this.#choose(route.p, route.f);
  }

  next = () => this.#walk?.move(1);
  previous = () => this.#walk?.move(-1);

  nextFigure() {
    this.#marks.step(1);
  }

  previousFigure() {
    this.#marks.step(-1);
  }

  async #open({ id, q }, wanted) {
    if (!this.firstChild) this.append(el("p", { class: "waiting", role: "status" }, t("read.waiting")));
    try {
      const doc = await this.#latest.ask((signal) => this.context.session.request(Op.document, { id, query: q }, { signal }));
      if (!doc) return false;
      this.#shown = wanted;
      const held = this.#walk?.contains(document.activeElement);
      this.#draw(doc, q);
      if (held) this.querySelector("h1").focus({ preventScroll: true }); // its buttons are gone
      return true;
    } catch (error) {
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
      ? el("span", { id: "p1", class: "passage title", lang: "zh", tabindex: "-1", "data-p": "0" }, marked(passages[0]))
      : el("span", { lang: "zh" }, this.#title);
    const text = el("div", { class: "paragraphs", lang: "zh" },
      passages.map((p, i) => (i > 0 || !titled) && passage(p, i + 1, head.id, q)));
    fill(this,
      el("article", { class: "document", "data-document": head.id },
        el("header", {},
          el("h1", { tabindex: "-1" }, title, " ", origin(head.titleFrom)),
          head.event && head.event !== this.#title && el("p", { class: "event", lang: "zh" }, head.event),
          byline(head),
          readTools(head.id, () => this.#redraw(doc, q))),
        q ? this.#walk : null,
        text),
      facts(doc));
    this.#marks.refresh();
    if (q) this.#walk.show(this, q, (p) => this.#moved(p), () => this.#go({ q: "" }));
  }

  // With figures marked, or without; the focus stays on the switch.
  #redraw(doc, q) {
    this.#shown = JSON.stringify([doc.head.id, q, marksOn()]);
    this.#draw(doc, q);
    this.querySelector(".read-tools input").focus({ preventScroll: true });
  }

  #missing() {
    this.#shown = "";
    this.#title = t("read.missing");
    this.replaceChildren(el("div", { class: "empty-state" },
      el("h1", { tabindex: "-1" }, this.#title),
      el("p", {}, t("read.missing.long")),
      el("p", {}, el("a", { href: "#/library" }, t("read.toLibrary")))));
  }

  // The chosen paragraph comes into view, with its figure when one is asked for.
  #choose(p, f = 0) {
    for (const old of this.querySelectorAll(".passage[aria-current]")) old.removeAttribute("aria-current");
    const chosen = p > 0 && this.querySelector(`#p${p}`);
    this.#marks.close();
    this.#absent?.remove();
    if (!chosen && (p || f)) this.#absent = absent("read.noPassage", this.querySelector("article header"));
    if (!chosen) return false;
    chosen.setAttribute("aria-current", "true");
    this.#walk?.stand(chosen);
    const figure = f > 0 && chosen.querySelector(`.figure[data-f="${f - 1}"][role]`);
    if (figure) {
      this.#marks.choose(figure);
      return true;
    }
    if (f !== 0) this.#absent = absent("read.noFigure", chosen);
    scrollAndFocus(chosen);
    return true;
  }

  #moved(p) {
    this.#go({ p, f: 0 }, true);
    this.#choose(p);
  }

  #go(change, silent = false) {
    this.context.router.go({ ...this.context.router.route, ...change }, { replace: true, silent });
  }
}

customElements.define("fenghui-read", ReadView);
