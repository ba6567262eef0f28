// Exports all that a reader has imported as one file, and restores it from one.
import { Op } from "../engine/protocol.js";
import { size, t } from "../lang/words.js";
import { confirm } from "../parts/confirm.js";
import { el, emit, fill } from "../parts/dom.js";
import { saveFile } from "../parts/save-file.js";
import { requestPersistence } from "./storage.js";
import { Work } from "./work.js";

const MAX_BYTES = 400 << 20; // of an exported file; a browser holds no longer text

export class Transfer extends HTMLElement {
  /** @type {import("../engine/session.js").Session} */
  session;
  #bar = el("fenghui-progress");
  #work = new Work(this.#bar);
  #said = el("div", { role: "status" });
  #picker = el("input", { type: "file", id: "fenghui-restore", class: "unseen", accept: ".fenghui,.jsonl,.txt", onchange: () => this.#chosen() });
  #export = el("button", { type: "button", onclick: () => this.#doing(() => this.#write()) }, t("transfer.export"));

  get busy() {
    return this.#export.disabled;
  }

  connectedCallback() {
    if (this.firstChild) return this.#work.show();
    this.append(el("section", { "aria-labelledby": "transfer" },
      el("h2", { id: "transfer" }, t("transfer.title")),
      el("p", { class: "note" }, t("transfer.note")),
      el("div", { class: "drop-row" }, this.#export, this.#picker,
        el("label", { for: "fenghui-restore", class: "button" }, t("transfer.restore"))),
      this.#bar, this.#said));
  }

  async #write() {
    const { text, records } = await this.session.request(Op.export);
    if (records === 0) return this.#say(t("transfer.nothing"));
    const today = new Date().toISOString().slice(0, 10);
    saveFile(text, `fenghui-${today}.fenghui`, "text/plain;charset=utf-8");
    const left = this.session.library?.damaged ?? []; // these are not in it
    const exported = t("transfer.exported", { count: records, size: size(new Blob([text]).size) });
    this.#say(left.length > 0 ? `${exported} ${t("damaged.title", { count: left.length })}` : exported, left.map(({ name, id }) => name || id));
  }

  #chosen() {
    const [file] = this.#picker.files;
    this.#picker.value = "";
    if (file) this.#doing(() => this.#read(file));
  }

  async #read(file) {
    if (file.size > MAX_BYTES) return this.#say(t("transfer.large", { size: size(file.size) }));
    const text = await file.text();
    let answer = await this.#restore({ text });
    if (answer.refused) {
      this.#tellDamage(answer);
      const ask = answer.readable > 0 && confirm(t("transfer.partlyAsk", { readable: answer.readable }), t("transfer.partlyNote", { records: answer.records }), t("transfer.partly"));
      if (!(await ask)) return;
      answer = await this.#restore({ text, partly: true });
    }
    const rest = answer.stopped && `${t("transfer.stopped")} · ${t(`refused.${answer.stopped}`)}`;
    this.#say([t("transfer.restored", answer), rest].filter(Boolean).join(" "), answer.damaged);
    if (answer.library.kept && answer.added > 0) await requestPersistence();
  }

  async #restore(args) {
    const answer = await this.session.request(Op.restore, args, this.#work.begin()).finally(() => this.#work.end());
    emit(this, "fenghui-restored", { library: answer.library });
    return answer;
  }

  #tellDamage({ refused, damaged, records }) {
    this.#say(records > 0 ? t("transfer.damaged") : t("transfer.noExport"), damaged ?? [refused]);
  }

  #say(text, lines) {
    const SHOWN = 20;
    fill(this.#said, el("p", {}, text),
      lines?.length > 0 && el("ul", {}, lines.slice(0, SHOWN).map((line) => el("li", {}, el("code", {}, line))), lines.length > SHOWN && el("li", {}, "…")));
  }

  async #doing(what) {
    this.#export.disabled = this.#picker.disabled = true;
    this.#say("");
    try {
      await what();
    } catch (error) {
      emit(this, "fenghui-fault", { error });
    } finally {
      this.#export.disabled = this.#picker.disabled = false;
    }
  }
}

customElements.define("fenghui-transfer", Transfer);
