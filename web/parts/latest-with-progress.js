// The latest question of a view, with a progress bar that can stop it, and what
// stands in the place of an answer that failed or was stopped.
//
//   const answer = await this.#latest.ask((how) => session.request(op, args, how));
import { Latest } from "../engine/latest.js";
import { t } from "../lang/words.js";
import { el } from "./dom.js";

export class LatestWithProgress {
  #latest = new Latest();
  #asked = 0;
  #bar;

  /** @param {import("./progress.js").ProgressBar} bar */
  constructor(bar) {
    this.#bar = bar;
  }

  /**
   * @template T
   * @param {(how: {signal: AbortSignal, progress: (progress: import("../engine/protocol.js").Progress) => void}) => Promise<T>} question
   * @returns {Promise<T|null>} null when another has been asked meanwhile
   */
  async ask(question) {
    const asked = ++this.#asked;
    this.#bar.begin(() => this.#latest.cancel());
    try {
      return await this.#latest.ask((signal) => question({ signal, progress: (progress) => this.#bar.update(progress) }));
    } finally {
      if (asked === this.#asked) this.#bar.end(); // else it shows the question that followed
    }
  }

  /** Drops the question: its ask answers null. */
  stop() {
    this.#latest.stop();
    this.#bar.end();
  }
}

/**
 * Says that an answer failed or was stopped, with a button that asks again.
 * @param {Error} error
 * @param {{stopped: string, failed: string}} words keys of what is said
 * @param {() => void} again
 */
export function failure(error, { stopped, failed }, again) {
  return el("p", { class: "empty-state" }, t(error.code === "cancelled" ? stopped : failed), " ",
    el("button", { type: "button", onclick: again }, t("error.retry")));
}
