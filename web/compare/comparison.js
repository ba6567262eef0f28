// One comparison: its finding, the drawing or the table of it, and the
// sentences it rests on.
import { pageAddress } from "../address/public.js";
import { ErrorCode, Op } from "../engine/protocol.js";
import { name } from "../figures/words.js";
import { programLanguage, currentLanguage, t } from "../lang/words.js";
import { copyButton } from "../parts/copy.js";
import { el, fill } from "../parts/dom.js";
import { failure, LatestWithProgress } from "../parts/latest-with-progress.js";
import { download, endings } from "./files.js";
import { citations, drawing, remarks, sources, stages } from "./parts.js";
import { tables } from "./table.js";
import { COMPARING, standing } from "./words.js";

const NARROW = matchMedia("(max-width: 35.99rem)"); // drawings for a phone

export class ComparisonView extends HTMLElement {
  /** @type {import("../page/stage.js").Context} */
  context;
  #wanted = "";
  #comparison = null;
  #shown = null; // the latest drawing of what is wanted, done or under way
  #bar = el("fenghui-progress");
  #latest = new LatestWithProgress(this.#bar);
  #body = el("div", { class: "comparison" });
  #link = copyButton("compare.link", pageAddress, { class: "copy-link", "aria-keyshortcuts": "l" });
  #turn = el("button", { type: "button", "aria-keyshortcuts": "t", onclick: () => this.turn() });
  #saved = el("p", { class: "said", role: "status" });

  get heading() {
    return this.#comparison?.head.title ?? t("nav.compare");
  }

  connectedCallback() {
    NARROW.addEventListener("change", this.#redraw);
    if (this.firstChild) return;
    this.append(this.#bar, this.#body);
  }

  disconnectedCallback() {
    NARROW.removeEventListener("change", this.#redraw);
    this.#shown = null;
    this.#latest.stop();
  }

  /** Done when what is wanted is there: a window that changes may ask anew meanwhile. @param {import("../address/route.js").Route} route */
  show(route) {
    return (this.#shown = this.#show(route));
  }

  async #show(route) {
    const args = { kind: route.of, key: route.id, language: currentLanguage(), width: NARROW.matches ? "narrow" : "wide" };
    const wanted = JSON.stringify(args);
    if (wanted === this.#wanted) {
      this.#latest.stop(); // what was asked meanwhile is not wanted any more
    } else {
      const answer = await this.#ask(args);
      if (!answer) return this.#shown;
      this.#wanted = wanted;
      this.#comparison = answer.head ? answer : null;
      fill(this.#body, this.#comparison ? this.#parts(answer) : missing());
    }
    this.#choose(route.show);
  }

  /** Drawing or table. */
  turn() {
    if (!this.#comparison?.chart) return;
    const { router } = this.context;
    router.go({ ...router.route, show: this.#body.dataset.show === "table" ? "" : "table" }, { replace: true });
  }

  copyLink() {
    if (this.#comparison) this.#link.click();
  }

  download() {
    if (this.#comparison) this.#take("csv");
  }

  async #ask(args) {
    try {
      return await this.#latest.ask((how) => this.context.session.request(Op.comparison, args, how));
    } catch (error) {
      if (error.code === ErrorCode.notFound) return {};
      this.#wanted = "";
      fill(this.#body, failure(error, COMPARING, this.#redraw));
      throw error;
    }
  }

  #parts(answer) {
    const { head } = answer;
    const drawn = drawing(answer);
    return [
      el("header", {},
        el("p", { class: "trail" },
          el("a", { href: `#/compare?kind=${head.kind}` }, name("compare.kind", head.kind)),
          standing(head),
          head.verdict && el("span", { class: "note" }, t(`verdict.long.${head.verdict}`))),
        el("h1", { tabindex: "-1", lang: programLanguage() }, head.title)),
      el("div", { class: "comparison-tools" },
        drawn && this.#turn, this.#link,
        el("div", { class: "downloads", role: "group", "aria-label": t("figures.download") }, endings(answer).map((ending) => this.#download(ending)))),
      this.#saved,
      el("div", { class: "finding-body" },
        el("div", { class: "shown" }, drawn, el("div", { class: "tables" }, tables(answer))),
        remarks(answer)),
      stages(answer), sources(answer), citations(answer),
    ].flat();
  }

  #download(ending) {
    const kind = ending.toUpperCase();
    return el("button", {
      type: "button", "aria-keyshortcuts": ending === "csv" && "d", "aria-label": t("figures.download.as", { kind }), onclick: () => this.#take(ending),
    }, kind);
  }

  // The table is always there for a screen reader.
  #choose(show) {
    const table = show === "table" || !this.#body.querySelector(".chart");
    this.#body.dataset.show = table ? "table" : "chart";
    this.#body.querySelector(".tables")?.classList.toggle("unseen", !table);
    this.#turn.textContent = t(table ? "compare.toChart" : "compare.toTable");
  }

  #take(ending) {
    const saved = (file) => (this.#saved.textContent = t("compare.saved", { name: file }));
    download(this.#comparison, ending).then(saved, (error) => this.context.report(error));
  }

  #redraw = () => this.show(this.context.router.route).catch((error) => this.context.report(error));
}

function missing() {
  return el("div", { class: "empty-state" },
    el("h1", { tabindex: "-1" }, t("compare.missing")),
    el("p", {}, t("compare.missing.long")),
    el("p", {}, el("a", { href: "#/compare" }, t("compare.toAll"))));
}

customElements.define("fenghui-comparison", ComparisonView);
