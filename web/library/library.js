// The library: its documents, importing more of them and removing them.
import { Op } from "../engine/protocol.js";
import { importInBatches, readBatch } from "../import/batches.js";
import "../import/box.js";
import { importResults } from "../import/results.js";
import { review, REVIEWED } from "../import/review.js";
import { sourcesOf } from "../import/sources.js";
import { t } from "../lang/words.js";
import { confirm } from "../parts/confirm.js";
import { el, fill } from "../parts/dom.js";
import "../parts/progress.js";
import "./corrections.js";
import "./documents.js";
import { damaged, facts, room } from "./state.js";
import { requestPersistence } from "./storage.js";
import "./transfer.js";
import { Work } from "./work.js";

export class LibraryView extends HTMLElement {
  /** @type {import("../page/stage.js").Context} */
  context;
  #box = el("fenghui-import");
  #progress = el("fenghui-progress");
  #work = new Work(this.#progress);
  #results = el("div", { class: "import-results", tabindex: "-1" });
  #said = el("p", { class: "said", role: "status", tabindex: "-1" });
  #list = el("fenghui-documents");
  #state = el("p", { class: "library-state" });
  #room = el("p", { class: "library-room" });
  #damaged = el("div");
  #transfer = el("fenghui-transfer");
  #corrections = el("fenghui-corrections");

  get heading() {
    return t("library.title");
  }

  /** What goes on here goes on while its reader is elsewhere. */
  get busy() {
    return this.#box.busy || this.#transfer.busy;
  }

  connectedCallback() {
    if (this.firstChild) return this.#work.show();
    this.addEventListener("fenghui-import", ({ detail }) => this.#import(detail));
    this.addEventListener("fenghui-amend", ({ detail }) => this.#change(Op.amend, detail, t("amend.saved")));
    this.addEventListener("fenghui-remove", ({ detail }) => this.#remove(detail));
    this.#transfer.session = this.#corrections.session = this.context.session;
    this.#transfer.addEventListener("fenghui-restored", ({ detail }) => this.#show(detail.library));
    this.addEventListener("fenghui-fault", ({ detail }) => this.context.report(detail.error));
    this.append(
      el("h1", { tabindex: "-1" }, t("library.title")),
      this.#state, this.#room, this.#damaged,
      this.#box, this.#progress, this.#results, this.#said,
      this.#list, this.#corrections, this.#transfer);
  }

  async show() {
    if (!this.context.session.library) this.#state.textContent = t("library.waiting");
    this.#show(await this.context.session.request(Op.library));
    await this.#corrections.show();
  }

  next = () => this.#list.move(1);
  previous = () => this.#list.move(-1);
  open = () => this.#list.open();

  /** @param {import("../engine/protocol.js").LibraryState} library */
  #show(library) {
    fill(this.#state, facts(library));
    fill(this.#damaged, damaged(library.damaged, (one) => this.#removeDamaged(one)));
    this.#list.show(library.documents ?? []);
    if (library.kept) this.#showRoom();
  }

  async #showRoom() {
    fill(this.#room, await room(() => requestPersistence().then(() => this.#showRoom())));
  }

  async #import({ given, review: looking, taken: done = () => {} }) {
    this.#say("");
    this.#box.busy = true;
    try {
      const taken = await sourcesOf(await given);
      if (taken.sources.length === 0) return this.#say(t("import.nothing"));
      const wanted = looking ? await this.#look(taken) : taken;
      if (wanted && (await this.#bringIn(wanted)).every(({ status }) => status !== "refused")) done();
    } catch (error) {
      if (error.code === "cancelled") this.#say(t("error.cancelled"));
      else this.context.report(error);
    } finally {
      this.#work.end();
      this.#box.busy = false;
    }
  }

  // What would be read of the files, before anything is added.
  async #look(taken) {
    const { session } = this.context;
    const asking = this.#work.begin();
    const total = taken.sources.length;
    const files = await readBatch(taken.sources.slice(0, REVIEWED), (name) => asking.progress({ stage: "read-files", done: 0, total, name }));
    const { files: results } = await session.request(Op.import, { files, inspect: true }, asking);
    this.#work.end();
    const sources = taken.sources.map((source, n) => (n < files.length ? { ...source, read: async () => files[n] } : source));
    const wanted = await review(this.#results, sources, results, session.library);
    return wanted && { ...taken, sources: wanted };
  }

  async #bringIn(taken) {
    const { session } = this.context;
    const results = await importInBatches(session, taken, this.#work.begin());
    const library = await session.request(Op.library);
    this.#show(library);
    await new Promise((drawn) => setTimeout(drawn)); // one thing at a time: the page must not stand still
    fill(this.#results, importResults(results, library, () => (fill(this.#results), this.#results.focus({ preventScroll: true }))));
    this.#results.focus();
    if (library.kept && results.some(({ status }) => status === "added")) requestPersistence().then(() => this.#showRoom());
    return results;
  }

  async #remove({ id, title }) {
    await this.#change(Op.remove, { ids: [id] }, t("library.removed", { title }), () => this.#change(Op.undo, {}, t("library.undone", { title })));
  }

  async #removeDamaged({ id, name }) {
    const title = name || id;
    if (!(await confirm(t("library.removeAsk", { title }), t("damaged.removeNote"), t("library.remove")))) return;
    await this.#change(Op.remove, { ids: [id] }, t("library.removed", { title }));
  }

  async #change(op, args, said, undo) {
    try {
      this.#show(await this.context.session.request(op, args));
      this.#say(said, undo);
    } catch (error) {
      this.context.report(error);
    }
  }

  #say(text, undo) {
    const held = this.#said.contains(document.activeElement);
    fill(this.#said, text, undo && " ", undo && el("button", { type: "button", class: "quiet", onclick: undo }, t("library.undo")));
    (this.#said.querySelector("button") ?? (held ? this.#said : null))?.focus();
  }
}

customElements.define("fenghui-library", LibraryView);
