// From a page to an open library: program, handshake, library. Views ask
// through a Session and need not know whether it is open yet.
import { Client, EngineError } from "./client.js";
import { openPort } from "./port.js";
import { program } from "./program.js";
import { ErrorCode, Op, PROTOCOL_VERSION } from "./protocol.js";

/**
 * @typedef {Object} SessionEvents
 * @property {(progress: import("./protocol.js").Progress) => void} progress of opening
 * @property {(notice: import("./protocol.js").Notice) => void} notice
 * @property {(error: Error) => void} failed the library cannot be opened, or the program crashed
 */

/**
 * Where the site keeps its files, from the attributes of <fenghui-app>.
 * Absolute, since the program may run in a worker, which would take them as
 * relative to its own script.
 * @param {HTMLElement} app @returns {import("./protocol.js").OpenArgs}
 */
export function siteOf(app) {
  const address = (name) => (app.getAttribute(name) ? new URL(app.getAttribute(name), document.baseURI).href : "");
  const packHash = app.getAttribute("pack-hash") ?? "";
  return { pack: address("pack"), packHash, documents: address("documents"), dictionary: address("dictionary") };
}

/** @param {HTMLElement} app @returns {string} where the program is */
export function programOf(app) {
  return new URL(app.getAttribute("wasm"), document.baseURI).href;
}

export class Session {
  #client;
  #events;
  #site;
  #stopping = new AbortController();

  /** The program's version, once it has said hello. */
  build = "";

  /** @type {import("./protocol.js").LibraryState|null} as last told */
  library = null;

  /** @type {Promise<import("./protocol.js").LibraryState>} the library, once it is open */
  ready;

  /** @param {string} wasm where the program is @param {import("./protocol.js").OpenArgs} site @param {SessionEvents} events */
  constructor(wasm, site, events) {
    this.#close();
    this.#site = site;
    this.#events = events;
    this.#client = new Client((told) => openPort(program(wasm), told), {
      notice: events.notice,
      crash: (error) => this.library && events.failed(error), // before that, open tells it
    });
  }

  /** Opens the library, or opens it afresh after a crash. */
  start() {
    this.#stopping = new AbortController();
    this.library = null;
    const ready = (this.ready = this.#open());
    ready.catch((error) => {
      if (ready !== this.ready) return; // stopped, or started anew, which tells for itself
      console.error(`fenghui: ${error.message}`);
      this.#events.failed(error);
    });
    return this.ready;
  }

  /** Gives up opening the library. */
  cancel() {
    this.#stopping.abort();
  }

  stop() {
    this.#close();
    this.#client.stop();
  }

  /**
   * Asks once the library is open.
   * @param {string} op
   * @param {object} [args]
   * @param {import("./client.js").Asking} [asking]
   */
  async request(op, args, asking) {
    await this.ready;
    const answer = await this.#client.request(op, args, asking);
    if ([Op.library, Op.amend, Op.remove, Op.undo].includes(op)) this.library = answer;
    if ([Op.import, Op.restore].includes(op) && answer.library) this.library = answer.library;
    return answer;
  }

  #close() {
    this.ready = Promise.reject(new EngineError(ErrorCode.notOpen));
    this.ready.catch(() => {});
  }

  async #open() {
    await this.#client.start();
    const hello = await this.#client.request(Op.hello, { protocol: PROTOCOL_VERSION });
    if (hello.protocol !== PROTOCOL_VERSION) throw new EngineError(ErrorCode.version);
    this.build = hello.build;
    const { signal } = this.#stopping;
    this.library = await this.#client.request(Op.open, this.#site, { signal, progress: this.#events.progress });
    performance.mark("fenghui:library");
    if (!this.#client.worker) this.#events.notice({ code: "no-worker" });
    return this.library;
  }
}
