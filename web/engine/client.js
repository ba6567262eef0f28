// Sends requests to the program and keeps track of them: every promise made here
// is settled, by the answer, or by an error when the program crashes.
import { ErrorCode, Op } from "./protocol.js";

/** A refused or failed request. Code is one of ErrorCode, or "crashed". */
export class EngineError extends Error {
  /** @param {string} code @param {string} [message] */
  constructor(code, message = code) {
    super(message);
    this.code = code;
  }
}

/**
 * @typedef {Object} Asking
 * @property {AbortSignal} [signal] tells the program to stop; its answer still counts
 * @property {(progress: import("./protocol.js").Progress) => void} [progress]
 * @property {(answer: import("./protocol.js").SearchAnswer) => void} [hits]
 */

export class Client {
  #open;
  #events;
  #port = null;
  #last = 0;
  #turn = 0;
  #pending = new Map();

  /**
   * @param {(events: import("./port.js").PortEvents) => Promise<import("./port.js").Port>} open
   * @param {{notice: (notice: import("./protocol.js").Notice) => void, crash: (error: EngineError) => void}} events
   */
  constructor(open, events) {
    this.#open = open;
    this.#events = events;
  }

  /** Whether the program runs in a thread of its own. */
  get worker() {
    return this.#port?.worker ?? false;
  }

  /** Starts the program, or starts it afresh. */
  async start() {
    this.stop();
    const turn = this.#turn;
    let port = null;
    const current = () => port === null || port === this.#port;
    port = await this.#open({
      answer: (text) => current() && this.#receive(text),
      crash: (message) => current() && this.#crash(message),
    });
    if (turn !== this.#turn) {
      port.close();
      throw stopped();
    }
    this.#port = port;
  }

  /** Ends the program; requests that have no answer yet fail. */
  stop() {
    this.#turn++; // a port that is still being opened comes too late
    this.#port?.close();
    this.#port = null;
    this.#refuse(stopped());
  }

  /**
   * @param {string} op
   * @param {object} [args]
   * @param {Asking} [asking]
   */
  request(op, args, { signal, progress, hits } = {}) {
    if (!this.#port) return Promise.reject(new EngineError("crashed", "the program is not running"));
    if (signal?.aborted) return Promise.reject(new EngineError(ErrorCode.cancelled));
    const id = ++this.#last;
    const answer = new Promise((resolve, reject) => this.#pending.set(id, { resolve, reject, progress, hits }));
    const cancel = () => this.request(Op.cancel, { id }).catch(() => {});
    signal?.addEventListener("abort", cancel, { once: true });
    this.#port.post(JSON.stringify({ id, op, args }));
    return answer.finally(() => signal?.removeEventListener("abort", cancel));
  }

  #receive(text) {
    let message;
    try {
      message = JSON.parse(text);
    } catch {
      return this.#crash(`not JSON: ${text.slice(0, 80)}`);
    }
    if (message.notice) return this.#events.notice(message.notice);
    const asked = this.#pending.get(message.id);
    if (message.progress) return asked?.progress?.(message.progress);
    if (message.hits) return asked?.hits?.(message.hits);
    if (!message.error && !("result" in message)) return this.#crash(`neither an event nor an answer: ${text.slice(0, 80)}`);
    this.#pending.delete(message.id);
    if (message.error) asked?.reject(new EngineError(message.error.code, message.error.message));
    else asked?.resolve(message.result);
  }

  #crash(message) {
    this.#port?.close();
    this.#port = null;
    const error = new EngineError("crashed", message);
    this.#refuse(error);
    this.#events.crash(error);
  }

  #refuse(error) {
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    pending.forEach(({ reject }) => reject(error));
  }
}

function stopped() {
  return new EngineError("crashed", "the program was stopped");
}
