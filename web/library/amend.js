// Fields for what an article does not say, or says wrongly. Emits
// "fenghui-amend" {id, and the fields that were changed}.
import { t } from "../lang/words.js";
import { titleOf } from "../parts/document-head.js";
import { el, emit, fill } from "../parts/dom.js";

export class Amend extends HTMLElement {
  /**
   * @param {import("../engine/protocol.js").DocumentHead} head
   * @param {("title"|"date"|"event"|"organisation"|"speaker")[]} fields
   */
  show(head, fields) {
    const alone = fields.length === 1;
    const save = el("button", { class: "quiet", hidden: alone }, t("amend.save"));
    const inputs = fields.map((name) => el("input", {
      name, type: name === "date" ? "date" : "text", value: head[name] ?? "", min: name === "date" && "1900-01-01",
      lang: name !== "date" && "zh", autocomplete: "off", oninput: () => (save.hidden = false),
      "aria-label": alone && t("amend.dateOf", { title: titleOf(head) }),
    }));
    fill(this, el("form", { onsubmit: (event) => this.#submitted(event, head, inputs) },
      alone && el("span", { class: "unknown" }, t("date.unknown")),
      inputs.map((input) => (alone ? input : el("label", {}, el("span", {}, t(`amend.${input.name}`)), input))),
      save,
      !alone && el("p", { class: "note" }, t("amend.hint"))));
  }

  #submitted(event, head, inputs) {
    event.preventDefault();
    const changed = inputs.filter((input) => input.value.trim() !== (head[input.name] ?? ""));
    const detail = { id: head.id, ...Object.fromEntries(changed.map((input) => [input.name, input.value.trim()])) };
    if (changed.length > 0) emit(this, "fenghui-amend", detail);
  }
}

customElements.define("fenghui-amend", Amend);
