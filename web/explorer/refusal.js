// What <fenghui-explorer> says where it cannot show the site, and what to do.
import { LANGUAGES } from "../lang/languages.js";
import { hasWord, loadWords, currentLanguage, t } from "../lang/words.js";
import { el } from "../parts/dom.js";

/** @param {string} code @param {HTMLElement} element */
export async function refused(code, element) {
  const lang = element.getAttribute("lang");
  await loadWords(lang in LANGUAGES ? lang : "zh");
  const known = hasWord(code);
  const frame = code === "explorer.other-origin" && el("code", {}, `<iframe src="${new URL(element.getAttribute("src"), document.baseURI).href}?embed=1">`);
  return el("p", { role: "note", lang: currentLanguage(), dir: "ltr" }, t(known ? code : "explorer.failed"), " ", frame);
}
