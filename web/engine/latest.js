// Only the latest question counts: asking another one stops the one before,
// and its answer, or its failure, is dropped.
//
//   const answer = await this.#latest.ask((signal) => session.request(op, args, { signal }));
//   if (!answer) return; // another has been asked meanwhile

export class Latest {
  #asked = 0;
  #stopping = null;

  /**
   * @template T
   * @param {(signal: AbortSignal) => Promise<T>} question
   * @returns {Promise<T|null>} null when another has been asked meanwhile
   */
  async ask(question) {
    this.stop();
    const asked = this.#asked;
    this.#stopping = new AbortController();
    try {
      const answer = await question(this.#stopping.signal);
      return asked === this.#asked ? answer : null;
    } catch (error) {
      if (asked === this.#asked) throw error;
      return null;
    }
  }

  /** Drops the question: its ask answers null. */
  stop() {
    this.#asked++;
    this.#stopping?.abort();
  }

  /** Has the program stop; unlike after stop(), ask() then fails. */
  cancel() {
    this.#stopping?.abort();
  }
}
