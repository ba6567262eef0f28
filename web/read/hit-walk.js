// Walks from one marked paragraph of a document to the next.
import { t } from "../lang/words.js";
import { el, fill } from "../parts/dom.js";
import { quotedQuery } from "../parts/query-notes.js";

export class HitWalk extends HTMLElement {
  #hits = [];
  #at = -1;
  #moved = () => {};
  #position = el("span", { class: "position", role: "status" });

  /**
   * @param {HTMLElement} view whose paragraphs are walked
   * @param {string} query
   * @param {(p: number) => void} moved called with the paragraph chosen
   * @param {() => void} cleared called when the marks are to go
   */
  show(view, query, moved, cleared) {
    this.#hits = [...view.querySelectorAll(".passage")].filter((passage) => passage.querySelector("mark"));
    this.#moved = moved;
    const count = this.#hits.length;
    const button = (word, sign, act) => el("button", { type: "button", "aria-label": t(word), title: t(word), onclick: act }, sign);
    fill(this,
      el("p", {}, t(count > 0 ? "read.hits" : "read.noHits", { query: quotedQuery(query), count })),
      this.#position,
      count > 0 && button("read.previous", "↑", () => this.move(-1)),
      count > 0 && button("read.next", "↓", () => this.move(1)),
      button("read.clear", "×", cleared));
  }

  /** Counts on from this paragraph. @param {HTMLElement} passage */
  stand(passage) {
    this.#at = this.#hits.indexOf(passage);
    this.#position.textContent = this.#at < 0 ? "" : t("read.position", { n: this.#at + 1, count: this.#hits.length });
  }

  /** @param {number} step */
  move(step) {
    const count = this.#hits.length;
    if (count === 0) return;
    const at = this.#at < 0 && step < 0 ? 0 : this.#at;
    this.#moved(Number(this.#hits[(at + step + count) % count].id.slice(1)));
  }
}

customElements.define("fenghui-hit-walk", HitWalk);
