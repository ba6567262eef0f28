// Takes files to import: dropped, chosen or pasted. Emits "fenghui-import"
// {given, review, taken}: the files (Given), whether their reader wants to look
// at them before they are added, and what to call when they are; until then a
// pasted text stays where it is.
import { t } from "../lang/words.js";
import { el, emit } from "../parts/dom.js";
import { chosenFiles, droppedFiles } from "./folders.js";

export class ImportBox extends HTMLElement {
  #input = this.#picker("fenghui-files", { accept: ".txt,.md,.html,.htm,.docx,.zip,text/plain,text/markdown,text/html" });
  #folder = this.#picker("fenghui-folder", { webkitdirectory: true });
  #review = el("input", { type: "checkbox" });
  #name = el("input", { type: "text", autocomplete: "off" });
  #text = el("textarea", { rows: "6", required: true, lang: "zh" });
  #add = el("button", {}, t("import.pasteAdd"));

  connectedCallback() {
    if (!this.firstChild) this.#build();
    document.addEventListener("dragover", this.#over);
    document.addEventListener("dragleave", this.#left);
    document.addEventListener("drop", this.#dropped);
  }

  disconnectedCallback() {
    document.removeEventListener("dragover", this.#over);
    document.removeEventListener("dragleave", this.#left);
    document.removeEventListener("drop", this.#dropped);
  }

  get busy() {
    return this.hasAttribute("aria-busy");
  }

  /** While an import runs, no other begins. @param {boolean} busy */
  set busy(busy) {
    for (const control of [this.#input, this.#folder, this.#add]) control.disabled = busy;
    this.toggleAttribute("aria-busy", busy);
  }

  #build() {
    this.append(el("section", { class: "drop", "aria-labelledby": "import" },
      el("h2", { id: "import" }, t("import.title")),
      el("div", { class: "drop-row" }, this.#input,
        el("label", { for: "fenghui-files", class: "button" }, t("import.choose")), this.#folder,
        el("label", { for: "fenghui-folder", class: "button" }, t("import.chooseFolder")), el("p", {}, t("import.drop"))),
      el("label", { class: "review-first" }, this.#review, " ", t("import.reviewFirst")),
      el("details", {},
        el("summary", {}, t("import.paste")),
        el("form", { onsubmit: (event) => this.#pasted(event) },
          el("label", {}, el("span", {}, t("import.pasteLabel")), this.#text),
          el("label", {}, el("span", {}, t("import.pasteName")), this.#name),
          this.#add)),
      el("p", { class: "note" }, t("import.note"))));
  }

  // Files may be dropped anywhere on the view; a page must not be left by
  // dropping a file beside the box.
  #over = (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.classList.toggle("over", !this.#input.disabled);
  };

  #left = (event) => {
    if (!event.relatedTarget) this.classList.remove("over");
  };

  #dropped = (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.classList.remove("over");
    if (!this.#input.disabled) this.#tell(droppedFiles(event.dataTransfer));
  };

  #picker(id, props) {
    const chose = () => {
      const given = chosenFiles(picker.files);
      picker.value = ""; // the same file may be chosen again
      this.#tell(given);
    };
    const picker = el("input", { type: "file", id, class: "unseen", multiple: true, ...props, onchange: chose });
    return picker;
  }

  #pasted(event) {
    event.preventDefault();
    const name = this.#name.value.trim() || t("import.pastedName");
    const said = this.#text.value;
    const text = new Blob([said]);
    this.#tell([{ path: name, chosen: true, file: async () => text }], () => {
      if (this.#text.value === said) this.#text.value = this.#name.value = "";
    });
  }

  #tell(given, taken) {
    emit(this, "fenghui-import", { given, taken, review: this.#review.checked });
  }
}

customElements.define("fenghui-import", ImportBox);
