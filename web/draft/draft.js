// Check a draft: a text is pasted, and each of its figures judged by the
// library. The text stays in this page: it is in no address and kept nowhere.
import { Op } from "../engine/protocol.js";
import { readFile } from "../import/decode.js";
import { size, currentLanguage, t } from "../lang/words.js";
import { el, fill } from "../parts/dom.js";
import { LatestWithProgress } from "../parts/latest-with-progress.js";
import { Typing } from "../parts/typing.js";
import { result } from "./result.js";

const MOST = 1 << 17; // bytes of UTF-8, as the program has it
const NEAR = 0.8; // share of that from which on the length is shown

/** What was pasted, for as long as the page is open: links lead away and back. */
const kept = { text: "", date: "", checked: "" };

export class DraftView extends HTMLElement {
  /** @type {import("../page/stage.js").Context} */
  context;
  #text = el("textarea", {
    id: "draft-text", rows: "8", lang: "zh", spellcheck: "false", autocomplete: "off", placeholder: t("draft.placeholder"),
    "aria-describedby": "draft-note draft-length",
  });
  #date = el("input", { type: "date", min: "1900-01-01", max: "2199-12-31", "aria-describedby": "draft-date-note" });
  #length = el("p", { id: "draft-length", class: "draft-length", role: "status" });
  #check = el("button", { class: "strong" });
  #clear = el("button", { type: "button", class: "quiet", onclick: () => this.#empty() });
  #bar = el("fenghui-progress");
  #latest = new LatestWithProgress(this.#bar);
  #result = el("div", { class: "draft-result", tabindex: "-1" });
  #typing = new Typing(this.#text, () => this.#typed());

  get heading() {
    return t("draft.title");
  }

  connectedCallback() {
    if (this.firstChild) return;
    this.#text.value = kept.text;
    this.#date.value = kept.date;
    this.#date.addEventListener("change", () => (kept.date = this.#date.value));
    this.#text.addEventListener("input", () => (kept.text = this.#text.value));
    this.#text.addEventListener("keydown", (event) => this.#pressed(event));
    this.addEventListener("dragover", (event) => event.dataTransfer.types.includes("Files") && event.preventDefault());
    this.addEventListener("drop", (event) => this.#dropped(event));
    this.#check.textContent = t("draft.check");
    this.#clear.textContent = t("draft.clear");
    this.append(
      el("p", { class: "trail" }, el("a", { href: "#/compare" }, t("nav.compare"))),
      el("h1", { tabindex: "-1" }, t("draft.title")),
      el("p", { class: "lead" }, t("draft.lead")),
      el("form", { class: "draft-form", onsubmit: (event) => this.#submitted(event) },
        el("label", { for: "draft-text" }, t("draft.text")), this.#text, this.#length,
        el("label", { class: "draft-date" }, el("span", {}, t("draft.date")), this.#date),
        el("p", { id: "draft-date-note", class: "note" }, t("draft.date.note")),
        el("div", { class: "draft-buttons" }, this.#check, this.#clear),
        el("p", { id: "draft-note", class: "note" }, t("draft.privacy"))),
      this.#bar, this.#result);
    this.#typed();
  }

  disconnectedCallback() {
    this.#typing.stop();
    this.#latest.stop();
  }

  // Coming back, what was checked is checked again: the library may have changed.
  async show() {
    if (kept.checked && kept.checked === kept.text && !this.#result.firstChild) await this.#ask();
  }

  #typed() {
    const bytes = new TextEncoder().encode(this.#text.value).length;
    const long = bytes > MOST;
    const told = bytes > MOST * NEAR && t(long ? "draft.tooLong" : "draft.length", { size: size(bytes), most: size(MOST) });
    this.#length.textContent = told || "";
    this.#length.classList.toggle("over", long);
    this.#text.setAttribute("aria-invalid", String(long));
    return long;
  }

  #submitted(event) {
    event.preventDefault();
    if (this.#typing.busy) return;
    this.#judge();
  }

  #pressed(event) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || this.#typing.busy) return;
    event.preventDefault();
    this.#judge();
  }

  // A browser would leave the page for the file.
  async #dropped(event) {
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    const { text } = await readFile(file);
    if (!text) return fill(this.#result, el("p", { class: "empty-state", role: "status" }, t("draft.unreadable")));
    this.#text.value = kept.text = text;
    this.#typed();
    this.#text.focus();
  }

  async #judge() {
    kept.text = this.#text.value;
    if (this.#typed()) return this.#text.focus();
    if (!kept.text.trim()) {
      fill(this.#result, el("p", { class: "empty-state", role: "status" }, t("draft.empty")));
      return this.#text.focus();
    }
    await this.#ask().then((told) => told && this.#result.focus(), (error) => this.context.report(error));
  }

  async #ask() {
    const args = { text: kept.text, date: this.#date.value, language: currentLanguage() };
    try {
      const answer = await this.#latest.ask((how) => this.context.session.request(Op.draft, args, how));
      if (!answer) return false;
      kept.checked = args.text;
      fill(this.#result, result(answer));
      return true;
    } catch (error) {
      fill(this.#result, el("p", { class: "empty-state" }, t(error.code === "cancelled" ? "error.cancelled" : "draft.failed")));
      throw error;
    }
  }

  #empty() {
    Object.assign(kept, { text: "", checked: "" });
    this.#text.value = "";
    this.#typed();
    this.#latest.stop();
    fill(this.#result);
    this.#text.focus();
  }
}

customElements.define("fenghui-draft", DraftView);
