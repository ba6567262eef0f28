// Where what is shown can be found by others: the address of the window, unless
// the page is part of another one.

let tell = () => location.href;

/** @returns {string} */
export function here() {
  return tell();
}

/** Has places told by another than the window. @param {() => string} place */
export function placeBy(place) {
  tell = place;
}

/** Whether an app is part of another page, as an element or in a frame. @param {HTMLElement} app */
export function partOfAnother(app) {
  return Boolean(app.embedding) || new URLSearchParams(location.search).get("embed") === "1";
}

/** Whether the reader is busy elsewhere on the page around: then that page is neither scrolled nor robbed of its focus. */
export function elsewhere() {
  return window !== window.parent && !document.hasFocus();
}

/** Brings an element to the middle of the window. @param {HTMLElement} element */
export function bring(element) {
  const { top, height } = element.getBoundingClientRect();
  if (elsewhere()) scrollBy(0, top + height / 2 - innerHeight / 2);
  else element.scrollIntoView({ block: "center" });
}

/** Has hands go on from an element, where it is. @param {HTMLElement} element */
export function hold(element) {
  if (!elsewhere()) element.focus({ preventScroll: true });
}

/** Has hands whose button is gone go on from another, or from where the view begins. @param {HTMLElement|null} [next] */
export function handOn(next = null) {
  (next ?? document.querySelector("#view")).focus({ preventScroll: true });
}

/** Both. @param {HTMLElement} element */
export function reveal(element) {
  bring(element);
  hold(element);
}
