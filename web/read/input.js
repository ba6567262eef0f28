// Pointer, touch and keyboard on the figures of a text: one set of listeners on
// the text, however many figures it has.
import { currentLanguage } from "../lang/words.js";
import { isComposing } from "../parts/typing.js";

export const MARK = ".figure[data-f]";
export const CARD = "fenghui-figure-card";

const REST = 250; // ms a pointer must rest on a figure, and be gone from its card
const ZONE = `${MARK}, ${CARD}`;

export class FigureInput {
  #marks;
  #timer = 0;
  #listeners;

  /** @param {HTMLElement} root the text @param {import("./marks.js").FigureMarks} marks */
  constructor(root, marks) {
    this.#marks = marks;
    const follow = () => marks.follow();
    this.#listeners = [
      [root, "pointerover", this.#over], [root, "pointerout", this.#out], [root, "click", this.#click],
      [root, "keydown", this.#key], [root, "focusin", this.#focus], [root, "focusout", this.#blur],
      [document, "pointerdown", this.#outside], [document, "keydown", this.#escape],
      [window, "scroll", follow], [window, "resize", follow],
    ];
  }

  start() {
    for (const [target, name, act] of this.#listeners) target.addEventListener(name, act);
  }

  stop() {
    clearTimeout(this.#timer);
    for (const [target, name, act] of this.#listeners) target.removeEventListener(name, act);
  }

  #afterRest(act) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(act, REST);
  }

  #press(mark) {
    clearTimeout(this.#timer);
    if (mark === this.#marks.mark && this.#marks.held) this.#marks.close();
    else this.#marks.open(mark, true);
  }

  #over = ({ target, pointerType }) => {
    if (pointerType !== "mouse") return;
    const mark = target.closest(MARK);
    if (mark && mark !== this.#marks.mark) this.#afterRest(() => this.#marks.open(mark, false));
    else if (mark || target.closest(CARD)) clearTimeout(this.#timer);
  };

  #out = ({ target, pointerType }) => {
    if (pointerType !== "mouse" || !target.closest(ZONE)) return;
    clearTimeout(this.#timer);
    if (!this.#marks.held) this.#afterRest(() => this.#marks.close());
  };

  #click = ({ target }) => {
    const mark = target.closest(MARK);
    if (mark && getSelection().isCollapsed) this.#press(mark);
  };

  #key = (event) => {
    const { target } = event;
    if (!target.matches(MARK) || event.ctrlKey || event.metaKey || event.altKey) return;
    const press = () => this.#press(target);
    const act = { Enter: press, " ": press, ArrowRight: () => this.#marks.step(1), ArrowLeft: () => this.#marks.step(-1) }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  #focus = ({ target }) => {
    if (target.matches(`${MARK}:focus-visible`)) this.#marks.open(target, true);
  };

  #blur = ({ target, relatedTarget }) => {
    if (relatedTarget && target.closest(ZONE) && !relatedTarget.closest(ZONE)) this.#marks.close();
  };

  #outside = ({ target }) => {
    if (this.#marks.mark && !target.closest?.(ZONE)) this.#marks.close();
  };

  #escape = (event) => {
    if (event.key !== "Escape" || !this.#marks.mark || isComposing(event)) return;
    event.preventDefault();
    this.#marks.leave();
  };
}

/** The name of a figure, as requests want it. @param {HTMLElement} mark */
export function placeOf(mark) {
  const p = mark.closest("[data-p]");
  const { document: id } = p.closest("[data-document]").dataset;
  return { document: id, passage: Number(p.dataset.p), ordinal: Number(mark.dataset.f), language: currentLanguage() };
}
