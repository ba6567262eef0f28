// One session for all explorers of a page: one thread, one library. Each of
// them has a share of it, which looks like a session of its own.
import { Session } from "../engine/session.js";

const LINGERS = 1000; // ms
const sessions = new Map(); // by the program's address

/**
 * @param {string} wasm
 * @param {import("../engine/protocol.js").OpenArgs} site
 * @param {import("../engine/session.js").SessionEvents} events
 */
export function share(wasm, site, events) {
  const common = sessions.get(wasm) ?? new Common(wasm, site);
  sessions.set(wasm, common);
  return new Share(common, events);
}

class Common {
  shares = new Set();
  opening = null;

  constructor(wasm, site) {
    const toAll = (name) => (told) => this.shares.forEach((share) => share.events[name](told));
    const failed = (error) => {
      this.opening = null;
      toAll("failed")(error);
    };
    this.session = new Session(wasm, site, { progress: toAll("progress"), notice: toAll("notice"), failed });
  }

  open() {
    this.opening ??= this.session.start();
    return this.opening;
  }

  // It ends some time after the last has left, who may only have been moved.
  leave(share) {
    if (this.shares.delete(share)) setTimeout(() => this.shares.size === 0 && this.#end(), LINGERS);
  }

  #end() {
    this.session.stop();
    this.opening = null;
  }
}

class Share {
  #common;

  constructor(common, events) {
    this.#common = common;
    this.events = events;
  }

  get ready() {
    return this.#common.session.ready;
  }

  get library() {
    return this.#common.session.library;
  }

  get build() {
    return this.#common.session.build;
  }

  start() {
    this.#common.shares.add(this);
    return this.#common.open();
  }

  stop() {
    this.#common.leave(this);
  }

  cancel() {
    this.#common.session.cancel();
  }

  request(op, args, asking) {
    return this.#common.session.request(op, args, asking);
  }
}
