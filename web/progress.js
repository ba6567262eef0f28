// Says what takes so long, and how far it is: nothing within the first 300 ms,
// then the stage and a bar, and after two seconds a way to stop it.
import { el } from "./dom.js";
import { t } from "./words.js";

const SHOW = 300; // ms
const STOP = 2000; // ms

export class ProgressBar extends HTMLElement {
  #timers = [];
  #cancel = null;
  #label = el("span", { class: "progress-label", role: "status" });
  #bar = el("progress");
  #of = el("span", { class: "progress-of" });
  #stop = el("button", { type: "button", onclick: () => this.#stopping() });

  connectedCallback() {
    this.hidden = true;
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
    this.#stop.textContent = t("progress.cancel");
    this.update({ stage: "start", done: 0, total: 0 });
    this.#timers = [
      setTimeout(() => (this.hidden = false), SHOW),
      setTimeout(() => (this.#stop.hidden = !cancel), STOP),
    ];
  }

  /** @param {import("./protocol.js").Progress} progress */
  update({ stage, done, total, name }) {
    const label = name ? t("progress.named", { stage: t(`stage.${stage}`), name }) : t(`stage.${stage}`);
    if (this.#label.textContent !== label) this.#label.textContent = label;
    this.#of.textContent = total > 0 ? t("progress.of", { done, total }) : "";
    this.#bar.setAttribute("aria-label", t(`stage.${stage}`));
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
    this.#stop.textContent = t("progress.cancelling");
    this.#cancel?.();
  }
}

customElements.define("fenghui-progress", ProgressBar);
