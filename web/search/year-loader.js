// A large library is loaded by year. Loads the years that a search has not
// covered yet, newest first, says which are missing, and has the search repeated
// at the end, or after each year as long as nothing is found.
import { Op } from "../engine/protocol.js";
import { t } from "../lang/words.js";
import { yearRanges } from "../lang/years.js";
import { el, fill } from "../parts/dom.js";

export class YearLoader {
  #session;
  #turn = 0;

  /** What the reader is told; empty when everything has been searched. */
  note = el("p", { class: "partial", role: "status" });

  /** @param {import("../engine/session.js").Session} session */
  constructor(session) {
    this.#session = session;
  }

  /**
   * @param {import("../engine/protocol.js").SearchAnswer} answer
   * @param {() => void} again asks the same once more
   */
  async follow({ missing = [], passages }, again) {
    const turn = ++this.#turn;
    let left = missing;
    while (left.length > 0) {
      fill(this.note, t("years.coming", { years: yearRanges(left) }));
      const { pending = [] } = await this.#session.request(Op.load, { year: left[0] });
      if (turn !== this.#turn) return;
      if (pending.includes(left[0])) return this.#stuck(left, again);
      left = left.slice(1);
      if (left.length === 0 || passages === 0) return again();
    }
    fill(this.note);
  }

  /** Stops; a year that is being loaded still arrives. */
  stop() {
    this.#turn++;
    fill(this.note);
  }

  #stuck(left, again) {
    fill(this.note, t("years.stuck", { years: yearRanges(left) }), " ",
      el("button", { type: "button", class: "quiet", onclick: again }, t("years.again")));
  }
}
