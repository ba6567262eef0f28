// The address at which others find what is shown: that of the window, unless
// the page is part of another one.

let address = () => location.href;

/** @returns {string} */
export function pageAddress() {
  return address();
}

/** Takes the address from elsewhere than the window. @param {() => string} from */
export function setPageAddress(from) {
  address = from;
}

/** Whether an app is part of another page, as an element or in a frame. @param {HTMLElement} app */
export function isEmbedded(app) {
  return Boolean(app.embedding) || new URLSearchParams(location.search).get("embed") === "1";
}
