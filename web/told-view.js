// A view that asks the program one thing and draws what it answers: how far the
// program is, what became of the question, and the way for hands through it.
import { el, fill } from "./dom.js";
import { Latest } from "./latest.js";
import { empty, move } from "./told.js";
import { spoken, t } from "./words.js";

export class ToldView extends HTMLElement {
  /** @type {import("./stage.js").Context} */
  context;
  #latest = new Latest();
  bar = el("fenghui-progress");
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
    this.bar.begin(() => this.#latest.cancel());
    try {
      const whole = { ...args, language: spoken(), width: "narrow" };
      const answer = await this.#latest.ask((signal) => this.context.session.request(op, whole, { signal, progress: (progress) => this.bar.update(progress) }));
      if (!answer) return;
      this.bar.end();
      draw(answer);
    } catch (error) {
      this.bar.end();
      const again = () => this.ask(op, args, draw).catch((failure) => this.context.report(failure));
      fill(this.body, empty(el("p", {}, t(error.code === "cancelled" ? "compare.stopped" : "compare.failed"), " ", el("button", { type: "button", onclick: again }, t("error.retry")))));
      throw error;
    }
  }
}
