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
