// Which language is spoken: the one in the address, else the one chosen last,
// else the site's. Within other pages it is the one they ask for.
import { recall, remember } from "./memory.js";
import { LANGUAGES } from "./languages.js";
import { loadWords, spoken } from "./words.js";

/** Language of the site, as it was built. */
const home = document.documentElement.lang in LANGUAGES ? document.documentElement.lang : "zh";

/** Speaks the language to begin with. @param {import("./router.js").Router} router */
export async function choose(router) {
  router.lang = [router.route.lang, router.inner ? "" : recall("lang")].find((lang) => lang in LANGUAGES) ?? "";
  await speak(router.lang || home);
}

/**
 * Speaks the language of an address; one without is given the language
 * chosen, so that it shows the same elsewhere.
 * @param {import("./router.js").Router} router
 * @param {import("./address.js").Route} route
 * @returns {Promise<boolean>} whether another language is spoken now
 */
export async function settle(router, route) {
  if (route.lang in LANGUAGES && route.lang !== router.lang) router.lang = route.lang;
  if (router.lang && route.lang !== router.lang) router.go(route, { replace: true, silent: true });
  if (router.lang && !router.inner) remember("lang", router.lang);
  const wanted = router.lang || home;
  if (wanted === spoken()) return false;
  await speak(wanted);
  return true;
}

async function speak(lang) {
  await loadWords(lang);
  document.documentElement.lang = lang;
}
