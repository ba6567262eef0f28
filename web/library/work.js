// A long task on the library: a bar shows its progress, the reader may stop it,
// and it goes on while another view is open. Closing the page would lose what is
// not done yet, so the browser asks first.

const ask = (event) => event.preventDefault();

export class Work {
  #bar;
  #stopping = null;

  /** @param {import("../parts/progress.js").ProgressBar} bar */
  constructor(bar) {
    this.#bar = bar;
  }

  get running() {
    return this.#stopping !== null;
  }

  /** @returns {{signal: AbortSignal, progress: (told: import("../engine/protocol.js").Progress) => void}} for requests */
  begin() {
    this.#stopping ??= new AbortController();
    addEventListener("beforeunload", ask);
    this.show();
    return { signal: this.#stopping.signal, progress: (told) => this.#bar.update(told) };
  }

  /** Draws the bar of what still runs: it has been away. */
  show() {
    const stopping = this.#stopping;
    if (stopping) this.#bar.begin(() => stopping.abort());
  }

  end() {
    this.#stopping = null;
    removeEventListener("beforeunload", ask);
    this.#bar.end();
  }
}
