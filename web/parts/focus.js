// Moves the focus and scrolls to it, but never takes either from a page around
// this one.

/** Whether the reader is busy in the page around: then that page is neither scrolled nor robbed of its focus. */
export function focusIsOutside() {
  return window !== window.parent && !document.hasFocus();
}

/** @param {HTMLElement} element */
export function scrollToMiddle(element) {
  const { top, height } = element.getBoundingClientRect();
  if (focusIsOutside()) scrollBy(0, top + height / 2 - innerHeight / 2);
  else element.scrollIntoView({ block: "center" });
}

/** Focuses an element without scrolling to it. @param {HTMLElement} element */
export function focusInPlace(element) {
  if (!focusIsOutside()) element.focus({ preventScroll: true });
}

/** @param {HTMLElement} element */
export function scrollAndFocus(element) {
  scrollToMiddle(element);
  focusInPlace(element);
}

/** After the focused button has gone: focuses another, or the view. @param {HTMLElement|null} [next] */
export function restoreFocus(next = null) {
  (next ?? document.querySelector("#view")).focus({ preventScroll: true });
}
