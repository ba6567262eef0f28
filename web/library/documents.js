// The documents of a library as a table. Emits "fenghui-remove" {id, title};
// what a reader fills in comes from fenghui-amend.
import { format } from "../address/route.js";
import { size, t } from "../lang/words.js";
import { dateOf, origin, titleOf } from "../parts/document-head.js";
import { el, emit, fill } from "../parts/dom.js";
import { stepIn } from "../parts/keys.js";
import "./amend.js";

const COLUMNS = ["date", "title", "summit", "size", "action"];
const SLICE = 15; // rows drawn in one go: the page must not stand still
const SHOWN = 240; // rows at once; there may be twenty thousand

export class DocumentList extends HTMLElement {
  #turn = 0;

  /** @param {import("../engine/protocol.js").DocumentHead[]} documents */
  show(documents) {
    const focused = document.activeElement?.closest?.("tr")?.dataset.id;
    const body = el("tbody");
    fill(this,
      el("h2", { id: "documents" }, t("library.list")),
      documents.length === 0
        ? el("p", { class: "empty-state" }, t("library.empty"))
        : el("table", { "aria-labelledby": "documents" },
          el("thead", {}, el("tr", {}, COLUMNS.map((name) => el("th", { scope: "col", class: name }, t(`library.column.${name}`))))),
          body));
    const at = Math.max(documents.findIndex(({ id }) => id === focused), 0);
    this.#draw(body, documents, 0, ++this.#turn, at + 1);
    if (focused) body.rows[at]?.querySelector("a").focus();
  }

  // What is wanted now is there at once, the others when the page has had its turn.
  async #draw(body, documents, from, turn, now = 0) {
    const end = Math.max(Math.min(from + SHOWN, documents.length), now);
    for (let at = from; at < end && turn === this.#turn; at += SLICE) {
      body.append(...documents.slice(at, Math.min(at + SLICE, end)).map((head) => this.#row(head)));
      if (at + SLICE < end && at + SLICE >= now) await new Promise((drawn) => setTimeout(drawn));
    }
    if (end === documents.length || turn !== this.#turn) return;
    const more = el("button", { type: "button", class: "quiet", onclick: () => (more.remove(), this.#draw(body, documents, end, turn)) },
      t("library.showMore", { count: documents.length - end }));
    this.append(more);
  }

  /** @param {number} step */
  move(step) {
    stepIn([...this.querySelectorAll("th.title a")], step)?.focus();
  }

  /** Opens the document chosen. */
  open() {
    if (this.contains(document.activeElement)) document.activeElement.click();
  }

  #row(head) {
    const row = el("tr", { "data-id": head.id },
      el("td", { class: "date" }, head.date || head.builtIn ? dateOf(head) : el("fenghui-amend")),
      el("th", { class: "title", scope: "row" },
        el("a", { href: format({ view: "read", id: head.id }), lang: "zh" }, titleOf(head)), " ", origin(head.titleFrom),
        el("span", { class: "file", lang: "zh" }, head.name)),
      el("td", { class: "summit", lang: "zh" }, head.organisation || head.event || ""),
      el("td", { class: "size" }, t("library.passages", { count: head.passages }), el("span", {}, size(head.bytes))),
      el("td", { class: "action" }, head.builtIn ? el("span", { class: "built-in" }, t("library.builtIn")) : this.#actions(head)));
    const missing = row.querySelector("fenghui-amend");
    if (missing) missing.show(head, ["date"]);
    return row;
  }

  #actions(head) {
    const title = titleOf(head);
    return [
      el("button", { type: "button", class: "quiet", "aria-label": t("library.editNamed", { title }), onclick: (event) => this.#edit(event, head) }, t("library.edit")),
      el("button", { type: "button", class: "quiet", "aria-label": t("library.removeNamed", { title }), onclick: () => this.#remove(head.id, title) }, t("library.remove")),
    ];
  }

  // The fields open beneath the row, and close again.
  #edit(event, head) {
    const row = event.target.closest("tr");
    if (row.nextElementSibling?.classList.contains("editing")) return row.nextElementSibling.remove();
    const form = el("fenghui-amend");
    row.after(el("tr", { class: "editing", "data-id": head.id }, el("td", { colspan: String(COLUMNS.length) }, form)));
    form.show(head, ["title", "date", "event", "organisation", "speaker"]);
    form.querySelector("input").focus();
  }

  #remove(id, title) {
    emit(this, "fenghui-remove", { id, title });
  }
}

customElements.define("fenghui-documents", DocumentList);
