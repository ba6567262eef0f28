// Pointer, touch and keyboard on the figures of a text: one set of listeners on
// the text, however many figures it has.
import { isComposing } from "./typing.js";
import { currentLanguage } from "./words.js";

export const MARK = ".figure[data-f]";
export const CARD = "fenghui-figure-card";

const REST = 250; // ms a pointer must rest on a figure, and be gone from its card
const ZONE = `${MARK}, ${CARD}`;

/**
 * @param {HTMLElement} root the text
 * @param {import("./figure-marks.js").FigureMarks} marks
 * @returns {() => void} stops listening
 */
export function listen(root, marks) {
  let timer = 0;
  const later = (act) => {
    clearTimeout(timer);
    timer = setTimeout(act, REST);
  };

  function over({ target, pointerType }) {
    if (pointerType !== "mouse") return;
    const mark = target.closest(MARK);
    if (mark && mark !== marks.mark) later(() => marks.open(mark, false));
    else if (mark || target.closest(CARD)) clearTimeout(timer);
  }

  function out({ target, pointerType }) {
    if (pointerType !== "mouse" || !target.closest(ZONE)) return;
    clearTimeout(timer);
    if (!marks.held) later(() => marks.close());
  }

  function press(mark) {
    clearTimeout(timer);
    if (mark === marks.mark && marks.held) marks.close();
    else marks.open(mark, true);
  }

  function click({ target }) {
    const mark = target.closest(MARK);
    if (mark && getSelection().isCollapsed) press(mark);
  }

  function key(event) {
    const { target } = event;
    if (!target.matches(MARK) || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = { Enter: () => press(target), " ": () => press(target), ArrowRight: () => marks.step(1), ArrowLeft: () => marks.step(-1) }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  function focus({ target }) {
    if (target.matches(`${MARK}:focus-visible`)) marks.open(target, true);
  }

  function blur({ target, relatedTarget }) {
    if (relatedTarget && target.closest(ZONE) && !relatedTarget.closest(ZONE)) marks.close();
  }

  function outside({ target }) {
    if (marks.mark && !target.closest?.(ZONE)) marks.close();
  }

  function escape(event) {
    if (event.key !== "Escape" || !marks.mark || isComposing(event)) return;
    event.preventDefault();
    marks.leave();
  }

  const listening = [
    ...Object.entries({ pointerover: over, pointerout: out, click, keydown: key, focusin: focus, focusout: blur }).map((l) => [root, ...l]),
    [document, "pointerdown", outside], [document, "keydown", escape],
    [window, "scroll", () => marks.follow()], [window, "resize", () => marks.follow()],
  ];
  for (const [target, name, act] of listening) target.addEventListener(name, act);
  return () => {
    clearTimeout(timer);
    for (const [target, name, act] of listening) target.removeEventListener(name, act);
  };
}

/** The name of a figure, as requests want it. @param {HTMLElement} mark */
export function placeOf(mark) {
  const p = mark.closest("[data-p]");
  const { document: id } = p.closest("[data-document]").dataset;
  return { document: id, passage: Number(p.dataset.p), ordinal: Number(mark.dataset.f), language: currentLanguage() };
}
