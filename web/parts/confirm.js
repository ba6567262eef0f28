// Asks before something that cannot be taken back.
import { t } from "../lang/words.js";
import { el } from "./dom.js";

/**
 * @param {string} question
 * @param {string} note what will and will not happen
 * @param {string} yes the button that does it
 * @returns {Promise<boolean>}
 */
export function confirm(question, note, yes) {
  return new Promise((resolve) => {
    const dialog = el("dialog", { "aria-labelledby": "confirm-question", "aria-describedby": "confirm-note" },
      el("h2", { id: "confirm-question" }, question),
      el("p", { id: "confirm-note" }, note),
      el("div", { class: "buttons" },
        el("button", { type: "button", class: "quiet", autofocus: true, onclick: () => dialog.close() }, t("dialog.cancel")),
        el("button", { type: "button", class: "strong", onclick: () => dialog.close("yes") }, yes)));
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
