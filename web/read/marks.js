// Figures marked in a text: each can be asked for its card, one at a time. They
// are one stop of the Tab key; arrows, or f and F, go from one to the next.
import { Latest } from "../engine/latest.js";
import { Op } from "../engine/protocol.js";
import { focusInPlace, scrollToMiddle } from "../parts/focus.js";
import { later } from "../parts/later.js";
import { CARD, FigureInput, MARK, placeOf } from "./input.js";

const PATIENCE = 300; // ms before a card says that it is on its way

export class FigureMarks {
  #root;
  #context;
  #latest = new Latest();
  #card = null;
  #leaving = false;
  #input;

  /** @type {HTMLElement|null} the figure whose card is open, or asked for */
  mark = null;
  held = false; // opened by hand: the card stays when the pointer goes

  /** @param {HTMLElement} root its paragraphs carry data-p, what holds them data-document @param {import("../page/stage.js").Context} context */
  constructor(root, context) {
    this.#root = root;
    this.#input = new FigureInput(root, this);
    this.#context = context;
  }

  start() {
    this.#input.start();
  }

  stop() {
    this.close();
    this.#input.stop();
  }

  /** The text has been drawn anew. */
  refresh() {
    this.close();
    this.#rove(this.#root.querySelector(`${MARK}[role]`));
  }

  /** Goes to the next figure, or the one before; from none, to the first one in sight. @param {1|-1} step */
  step(step) {
    const marks = [...this.#root.querySelectorAll(`${MARK}[role]`)];
    const from = marks.indexOf(this.mark ?? document.activeElement);
    const seen = marks.findIndex((mark) => mark.getBoundingClientRect().top > 80); // beneath the masthead
    const next = marks[from >= 0 ? from + step : step > 0 ? Math.max(seen, 0) : seen - 1];
    if (next) this.choose(next);
  }

  /** Brings a figure into view with its card. @param {HTMLElement} mark */
  choose(mark) {
    scrollToMiddle(mark);
    this.open(mark, true);
    focusInPlace(mark);
  }

  /** @param {HTMLElement} mark @param {boolean} held */
  async open(mark, held) {
    if (this.#leaving) return;
    if (mark === this.mark) {
      this.held ||= held;
      return;
    }
    this.close();
    this.mark = mark;
    this.held = held;
    if (mark.hasAttribute("role")) this.#rove(mark);
    const waiting = setTimeout(() => this.#show(mark, null), PATIENCE);
    try {
      const answer = await this.#latest.ask((signal) => this.#ask(mark, signal));
      clearTimeout(waiting); // what follows may take long, and the card is there
      if (answer) this.#show(mark, answer);
      if (held && answer && !answer.comparisons) await this.#askMore(mark);
    } catch (error) {
      this.close();
      this.#context.report(error);
    } finally {
      clearTimeout(waiting);
    }
  }

  close() {
    this.#latest.stop();
    this.#card?.close();
    this.mark?.setAttribute("aria-expanded", "false");
    this.mark?.removeAttribute("aria-controls");
    this.mark = null;
  }

  /** Closes the card; a focus that was in it goes back to its figure. */
  leave() {
    const { mark } = this;
    const inside = this.#card?.contains(document.activeElement);
    this.close();
    this.#leaving = true;
    if (inside) mark.focus({ preventScroll: true });
    this.#leaving = false;
  }

  /** The card goes with its figure, and closes when that is out of sight. */
  follow() {
    if (this.mark && this.#card?.place() === false && !this.#card.typing) this.close();
  }

  // What it appears in may take comparing all figures; the card does not wait for it.
  async #askMore(mark) {
    const answer = await this.#latest.ask((signal) => this.#ask(mark, signal, true));
    if (answer && mark === this.mark) this.#card.add(answer.comparisons);
  }

  // The card itself is fetched with the first figure asked about.
  async #ask(mark, signal, comparisons = false) {
    const [answer] = await Promise.all([this.#context.session.request(Op.figure, { ...placeOf(mark), comparisons }, { signal }), later(import("./card.js"))]);
    this.#card ??= this.#newCard();
    return answer;
  }

  #newCard() {
    const card = document.createElement(CARD);
    card.addEventListener("focusin", () => (this.held = true));
    card.addEventListener("fenghui-correct", ({ detail }) => this.#correct(this.mark, detail));
    return card;
  }

  async #correct(mark, said) {
    const answer = await (await import("./correction-request.js")).correct(this.#context, placeOf(mark), said);
    if (!answer || mark !== this.mark) return;
    this.#show(mark, answer);
    this.#card.querySelector(".correct summary").focus();
    await this.#askMore(mark).catch(this.#context.report);
  }

  #show(mark, answer) {
    if (mark !== this.mark || !this.#card) return;
    mark.setAttribute("aria-expanded", "true");
    mark.setAttribute("aria-controls", "figure-card");
    this.#card.show(mark, answer, () => this.leave());
  }

  #rove(mark) {
    for (const other of this.#root.querySelectorAll(`${MARK}[tabindex="0"]`)) other.tabIndex = -1;
    if (mark) mark.tabIndex = 0;
  }
}
