// The language of the interface: the one in the address, else the one chosen
// last, else the site's. Within other pages it is the one they ask for.
import { LANGUAGES } from "../lang/languages.js";
import { loadWords, currentLanguage } from "../lang/words.js";
import { recall, remember } from "../parts/preferences.js";

/** Language of the site, as it was built. */
const home = document.documentElement.lang in LANGUAGES ? document.documentElement.lang : "zh";

/** Loads the language to begin with. @param {import("../address/router.js").Router} router */
export async function chooseLanguage(router) {
  router.lang = [router.route.lang, router.inner ? "" : recall("lang")].find((lang) => lang in LANGUAGES) ?? "";
  await change(router.lang || home);
}

/**
 * Changes to the language of an address; an address without one is given the
 * language chosen, so that it shows the same elsewhere.
 * @param {import("../address/router.js").Router} router
 * @param {import("../address/route.js").Route} route
 * @returns {Promise<boolean>} whether the language has changed
 */
export async function followLanguage(router, route) {
  if (route.lang in LANGUAGES && route.lang !== router.lang) router.lang = route.lang;
  if (router.lang && route.lang !== router.lang) router.go(route, { replace: true, silent: true });
  if (router.lang && !router.inner) remember("lang", router.lang);
  const wanted = router.lang || home;
  if (wanted === currentLanguage()) return false;
  await change(wanted);
  return true;
}

async function change(lang) {
  await loadWords(lang);
  document.documentElement.lang = lang;
}
