// Preferences of the reader, in localStorage where the page may use it (a
// sandboxed frame may not), else for as long as the page is open.

const here = new Map();

/** @param {string} key @returns {string|null} */
export function recall(key) {
  try {
    return localStorage.getItem(`fenghui:${key}`);
  } catch {
    return here.get(key) ?? null;
  }
}

/** @param {string} key @param {string} value */
export function remember(key, value) {
  here.set(key, value);
  try {
    localStorage.setItem(`fenghui:${key}`, value);
  } catch {
    // kept in here
  }
}
