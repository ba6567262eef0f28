// Hits, grouped by document. The whole entry opens the passage; next and
// previous move a choice through all of them, for the keyboard.
import { format } from "../address/route.js";
import { t } from "../lang/words.js";
import { byline, titleOf } from "../parts/document-head.js";
import { el, runs } from "../parts/dom.js";
import { stepIn } from "../parts/keys.js";

export class HitList extends HTMLElement {
  #q = "";

  /** @param {import("../engine/protocol.js").Group[]} groups @param {string} q the query they answer */
  show(groups, q) {
    this.#q = q;
    this.replaceChildren(...groups.map((group) => this.#group(group)));
  }

  /** Shows further groups beneath. @param {import("../engine/protocol.js").Group[]} groups */
  add(groups) {
    this.append(...groups.map((group) => this.#group(group)));
  }

  /** Moves the choice by so many hits. @param {number} step */
  move(step) {
    const next = stepIn([...this.querySelectorAll(".hit-number")], step);
    next?.focus({ preventScroll: true });
    next?.closest(".hit").scrollIntoView({ block: "nearest" });
  }

  /** Opens the chosen hit, or the first. */
  open() {
    const chosen = this.contains(document.activeElement) ? document.activeElement : this.querySelector(".hit-number");
    chosen?.click();
  }

  #address(id, p = 0) {
    return format({ view: "read", id, p, q: this.#q });
  }

  #group({ document: head, hits, total }) {
    const title = el("a", { href: this.#address(head.id), lang: "zh" }, titleOf(head));
    const rest = total - (hits?.length ?? 0);
    const group = el("article", { class: "group", "data-document": head.id },
      el("header", {},
        el("h2", {}, title, el("span", { class: "group-total" }, t("search.groupTotal", { count: total }))),
        byline(head)),
      el("ol", { class: "hits" }, (hits ?? []).map((hit) => this.#hit(head.id, hit))),
      rest > 0 && el("p", { class: "group-more" },
        el("a", { href: this.#address(head.id) }, t("search.groupMore", { count: rest }))));
    group.style.setProperty("--hits", hits?.length ?? 0); // how high it is, about, until it comes into sight
    return group;
  }

  #hit(id, hit) {
    const n = hit.passage + 1;
    const link = el("a", { class: "hit-number", href: this.#address(id, n), "aria-label": t("search.passage", { n }) }, String(n));
    return el("li", { class: "hit", "data-p": String(hit.passage), onclick: (event) => open(event, link) },
      link,
      el("div", { class: "hit-text", lang: "zh" },
        hit.section && el("p", { class: "hit-section" }, hit.section),
        el("p", {}, runs(hit.runs))));
  }
}

// A click on the text opens it too, unless it ends a selection.
function open(event, link) {
  if (event.target.closest("a, .figure[data-f], fenghui-figure-card") || !getSelection().isCollapsed) return;
  link.click();
}

customElements.define("fenghui-hits", HitList);
