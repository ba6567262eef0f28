// The library: what is here, bringing in more, taking out again.
import { confirm } from "./confirm.js";
import "./document-list.js";
import { el, fill } from "./dom.js";
import "./import-box.js";
import { importResults } from "./import-results.js";
import "./progress.js";
import { Op } from "./protocol.js";
import { size, t } from "./words.js";

export class LibraryView extends HTMLElement {
  /** @type {import("./stage.js").Context} */
  context;
  #stopping = new AbortController();
  #box = el("fenghui-import");
  #progress = el("fenghui-progress");
  #results = el("div", { class: "import-results", tabindex: "-1" });
  #said = el("p", { class: "said", role: "status" });
  #list = el("fenghui-documents");
  #state = el("p", { class: "library-state" });

  get heading() {
    return t("library.title");
  }

  connectedCallback() {
    if (this.firstChild) return;
    this.addEventListener("fenghui-import", ({ detail }) => this.#import(detail.files));
    this.addEventListener("fenghui-amend", ({ detail }) => this.#amend(detail));
    this.addEventListener("fenghui-remove", ({ detail }) => this.#remove(detail));
    this.append(
      el("h1", { tabindex: "-1" }, t("library.title")),
      this.#state,
      this.#box, this.#progress, this.#results, this.#said,
      this.#list);
  }

  disconnectedCallback() {
    this.#stopping.abort();
  }

  async show() {
    if (!this.context.session.library) this.#state.textContent = t("library.waiting");
    this.#show(await this.context.session.request(Op.library));
  }

  next() {
    this.#list.move(1);
  }

  previous() {
    this.#list.move(-1);
  }

  open() {
    this.#list.open();
  }

  /** @param {import("./protocol.js").LibraryState} library */
  #show(library) {
    const facts = [
      t("library.documents", { count: library.documents?.length ?? 0 }),
      t("library.passages", { count: library.passages }),
      t("library.text", { size: size(library.textBytes) }),
      t("library.index", { size: size(library.indexBytes) }),
      t(`library.origin.${library.origin}`),
    ];
    fill(this.#state, facts.map((fact) => el("span", {}, fact)),
      el("span", { class: library.kept ? "kept" : "not-kept" }, t(library.kept ? "library.kept" : "library.notKept")));
    this.#list.show(library.documents ?? []);
  }

  async #import(files) {
    if (files.length === 0) return this.#say(t("import.nothing"));
    const stopping = new AbortController();
    this.#stopping.signal.addEventListener("abort", () => stopping.abort(), { once: true });
    this.#say("");
    this.#box.busy = true;
    this.#progress.begin(() => stopping.abort());
    const asking = { signal: stopping.signal, progress: (progress) => this.#progress.update(progress) };
    try {
      const answer = await this.context.session.request(Op.import, { files: await Promise.all(files) }, asking);
      this.#show(answer.library);
      fill(this.#results, importResults(answer.files ?? [], answer.library, () => fill(this.#results)));
      this.#results.focus();
    } catch (error) {
      if (error.code === "cancelled") this.#say(t("error.cancelled"));
      else this.context.report(error);
    } finally {
      this.#progress.end();
      this.#box.busy = false;
    }
  }

  async #amend(change) {
    await this.#change(Op.amend, change, t("amend.saved"));
  }

  async #remove({ id, title }) {
    if (!(await confirm(t("library.removeAsk", { title }), t("library.removeNote"), t("library.remove")))) return;
    await this.#change(Op.remove, { ids: [id] }, t("library.removed", { title }));
  }

  async #change(op, args, said) {
    try {
      this.#show(await this.context.session.request(op, args));
      this.#say(said);
    } catch (error) {
      this.context.report(error);
    }
  }

  #say(text) {
    this.#said.textContent = text;
  }
}

customElements.define("fenghui-library", LibraryView);
