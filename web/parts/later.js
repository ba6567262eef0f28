// Waits for a module that is loaded on demand, a view or a card, and for the
// words and styles that such modules need besides those of the start.
//
//   await later(import("../page/help.js"))
import { moreWords } from "../lang/words.js";

/** @template T @param {Promise<T>} module @returns {Promise<T>} once it can be shown */
export async function later(module) {
  const [come] = await Promise.all([module, moreWords(), moreStyle()]);
  return come;
}

let style = null;

function moreStyle() {
  style ??= new Promise((resolve, reject) => {
    const sheet = document.querySelector("link[rel=stylesheet][disabled]");
    sheet.onload = resolve;
    sheet.onerror = () => {
      style = null;
      sheet.disabled = true;
      reject(new Error(`no ${sheet.href}`));
    };
    sheet.disabled = false;
  });
  return style;
}
