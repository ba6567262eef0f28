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
