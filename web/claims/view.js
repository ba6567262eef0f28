// The base of views that show one answer as a list of claims: asks, shows the
// progress, and moves the focus through the claims.
import { COMPARING } from "../compare/words.js";
import { currentLanguage } from "../lang/words.js";
import { el, fill } from "../parts/dom.js";
import { failure, LatestWithProgress } from "../parts/latest-with-progress.js";
import { move } from "./claims.js";

export class ClaimsView extends HTMLElement {
  /** @type {import("../page/stage.js").Context} */
  context;
  bar = el("fenghui-progress");
  #latest = new LatestWithProgress(this.bar);
  body = el("div");

  disconnectedCallback() {
    this.#latest.stop();
  }

  next() {
    move(this.body, 1);
  }

  previous() {
    move(this.body, -1);
  }

  /**
   * Asks, and has the answer drawn, unless another thing has been asked
   * meanwhile; what failed can be asked again.
   * @param {string} op
   * @param {object} args
   * @param {(answer: any) => void} draw
   */
  async ask(op, args, draw) {
    try {
      const whole = { ...args, language: currentLanguage(), width: "narrow" };
      const answer = await this.#latest.ask((how) => this.context.session.request(op, whole, how));
      if (answer) draw(answer);
    } catch (error) {
      const again = () => this.ask(op, args, draw).catch(this.context.report);
      fill(this.body, failure(error, COMPARING, again));
      throw error;
    }
  }
}
