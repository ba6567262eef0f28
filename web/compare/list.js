// The list of what comparing found: a section for each kind, each finding a
// sentence with its verdict, or a date with what is planned for it.
import { name } from "../figures/words.js";
import { period } from "../lang/periods.js";
import { number, programLanguage, t } from "../lang/words.js";
import { el } from "../parts/dom.js";
import { isOver } from "../parts/past-dates.js";
import { addressOf, standing } from "./words.js";

export class FindingGroup extends HTMLElement {
  #list = el("ol", { class: "finding-list" });
  #more = el("button", { type: "button" });

  /**
   * @param {{kind: string, items: import("../engine/protocol.js").ComparisonHead[], total: number}} group
   * @param {boolean} alone nothing of another kind is shown
   * @param {number} page how many come at a time
   * @param {() => void} more asks for more of them, or all
   */
  show({ kind, items, total }, alone, page, more) {
    this.setAttribute("role", "region");
    this.setAttribute("aria-labelledby", `kind-${kind}`);
    this.classList.add("finding-group");
    this.#list.dataset.kind = kind;
    this.#more.className = alone ? "more" : "quiet";
    this.#more.onclick = more;
    this.replaceChildren(
      el("h2", { id: `kind-${kind}` }, name("compare.kind", kind), el("span", { class: "group-total" }, number(total))),
      el("p", { class: "note" }, t(`compare.kind.${kind}.long`)), this.#list, this.#more);
    this.#list.replaceChildren(...items.map(finding));
    this.#rest(alone, total, page);
  }

  /** More of the same kind. The focus goes from the button to the first of them, if there is no button any more. */
  add({ items, total }, page) {
    const held = this.#more === document.activeElement;
    const first = finding(items[0]);
    this.#list.append(first, ...items.slice(1).map(finding));
    this.#rest(true, total, page);
    if (held && this.#more.hidden) first.querySelector("a").focus();
  }

  #rest(alone, total, page) {
    const rest = total - this.#list.children.length;
    this.#more.hidden = rest <= 0;
    this.#more.textContent = alone ? t("compare.more", { count: Math.min(page, rest) }) : t("compare.allOf", { count: total });
  }
}

/** @param {import("../engine/protocol.js").ComparisonHead} head */
function finding(head) {
  const { kind, title, documents, figures } = head;
  const size = t("compare.size", {
    figures: t(kind === "initiative" ? "compare.places" : "figures.count", { count: figures }),
    documents: t("library.documents", { count: documents }),
  });
  return el("li", { class: "finding", "data-kind": kind },
    kind === "calendar" && head.what ? entry(head) : [standing(head), link(head, title)],
    el("span", { class: "finding-size" }, size));
}

function link(head, text) {
  return el("a", { href: addressOf(head), lang: programLanguage() }, text);
}

function entry(head) {
  const over = isOver(head.when);
  return [
    el("time", { class: over ? "finding-when over" : "finding-when", datetime: head.when.split("/")[0] }, period(head.when)),
    el("span", { class: "finding-what" },
      link(head, head.what),
      standing(head),
      over && el("span", { class: "note" }, t("compare.over"))),
  ];
}

customElements.define("fenghui-finding-group", FindingGroup);
