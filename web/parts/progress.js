// Says what takes so long, and how far it is: nothing within the first 300 ms,
// then the stage and a bar, and after two seconds a way to stop it.
import { t } from "../lang/words.js";
import { el } from "./dom.js";

const SHOW = 300; // ms
const STOP = 2000; // ms

export class ProgressBar extends HTMLElement {
  #timers = [];
  #cancel = null;
  #progress = { stage: "start", done: 0, total: 0 };
  #label = el("span", { class: "progress-label", role: "status" });
  #bar = el("progress");
  #of = el("span", { class: "progress-of" });
  #stop = el("button", { type: "button", onclick: () => this.#stopping() });

  connectedCallback() {
    if (this.#timers.length === 0) this.hidden = true;
    this.replaceChildren(this.#label, this.#of, this.#stop, this.#bar);
  }

  disconnectedCallback() {
    this.end();
  }

  /** @param {() => void} [cancel] what its button does; none, no button */
  begin(cancel = null) {
    this.end();
    this.#cancel = cancel;
    this.#stop.hidden = true;
    this.#stop.disabled = false;
    this.update({ stage: "start", done: 0, total: 0 });
    this.#timers = [
      setTimeout(() => (this.hidden = false), SHOW),
      setTimeout(() => (this.#stop.hidden = !cancel), STOP),
    ];
  }

  /** @param {import("../engine/protocol.js").Progress} progress */
  update(progress) {
    this.#progress = progress;
    this.render();
  }

  /** Draws it in the current language. */
  render() {
    const { stage, done, total, name } = this.#progress;
    const label = name ? t("progress.named", { stage: t(`stage.${stage}`), name }) : t(`stage.${stage}`);
    if (this.#label.textContent !== label) this.#label.textContent = label;
    this.#of.textContent = total > 0 ? t("progress.of", { done, total }) : "";
    this.#bar.setAttribute("aria-label", t(`stage.${stage}`));
    this.#stop.textContent = t(this.#stop.disabled ? "progress.cancelling" : "progress.cancel");
    if (total > 0) {
      this.#bar.max = total;
      this.#bar.value = done;
    } else {
      this.#bar.removeAttribute("value");
    }
  }

  end() {
    this.#timers.forEach(clearTimeout);
    this.#timers = [];
    this.hidden = true;
  }

  #stopping() {
    this.#stop.disabled = true;
    this.render();
    this.#cancel?.();
  }
}

customElements.define("fenghui-progress", ProgressBar);
