// A button that copies, and says so; where a page may not copy, what is to be
// copied is shown selected.
import { t } from "../lang/words.js";
import { el } from "./dom.js";

/**
 * @param {string} word on the button
 * @param {() => string} text
 * @param {Object<string, any>} [props] of the button
 */
export function copyButton(word, text, props = {}) {
  const label = el("span", { "aria-live": "polite" }, t(word));
  const shown = el("textarea", { class: "to-copy", readonly: true, rows: "3", "aria-label": t(word), hidden: true });
  const button = el("button", { type: "button", ...props, onclick: copy }, label);

  function copy() {
    const what = text();
    const copied = navigator.clipboard?.writeText(what) ?? Promise.reject(new Error("no clipboard"));
    return copied.then(() => (label.textContent = t("figure.copied")), () => show(what));
  }

  function show(what) {
    if (!shown.isConnected) button.after(shown);
    shown.hidden = false;
    shown.value = what;
    shown.select();
  }

  button.addEventListener("blur", () => (label.textContent = t(word)));
  return button;
}
