// Brings files in: dropped, chosen or pasted. Tells "fenghui-import" {files},
// a list of ImportFile or promises of them.
import { readFile } from "./decode.js";
import { el } from "./dom.js";
import { t } from "./words.js";

export class ImportBox extends HTMLElement {
  #input = el("input", {
    type: "file", id: "fenghui-files", class: "unseen", accept: ".txt,.md,text/plain,text/markdown", multiple: true,
    onchange: () => this.#chosen(),
  });
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

  /** While an import runs, no other begins. @param {boolean} busy */
  set busy(busy) {
    this.#input.disabled = busy;
    this.#add.disabled = busy;
    this.toggleAttribute("aria-busy", busy);
  }

  #build() {
    this.append(el("section", { class: "drop", "aria-labelledby": "import" },
      el("h2", { id: "import" }, t("import.title")),
      el("div", { class: "drop-row" }, this.#input,
        el("label", { for: "fenghui-files", class: "button" }, t("import.choose")), el("p", {}, t("import.drop"))),
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
    if (!this.#input.disabled) this.#tell([...event.dataTransfer.files].map(readFile));
  };

  #chosen() {
    const files = [...this.#input.files].map(readFile);
    this.#input.value = ""; // the same file may be chosen again
    this.#tell(files);
  }

  #pasted(event) {
    event.preventDefault();
    const name = this.#name.value.trim() || t("import.pastedName");
    this.#tell([{ name, text: this.#text.value }]);
    this.#text.value = "";
    this.#name.value = "";
  }

  #tell(files) {
    this.dispatchEvent(new CustomEvent("fenghui-import", { detail: { files }, bubbles: true }));
  }
}

customElements.define("fenghui-import", ImportBox);
