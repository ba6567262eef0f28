// What the attributes of <fenghui-explorer> mean. Whatever cannot be is left out;
// an address that is not of a site of the same origin is refused.
import { parse } from "../address/route.js";
import { siteFolder } from "../address/site.js";
import { LANGUAGES } from "../lang/languages.js";

/** The folder of the site, with a slash at its end. @param {HTMLElement} element @returns {string} */
export function address(element) {
  const src = element.getAttribute("src");
  if (!src) return siteFolder;
  const url = new URL(src, document.baseURI);
  return new URL(url.pathname.endsWith("/") ? url.pathname : `${url.pathname}/`, url.origin).href;
}

/** Why the address is refused: "explorer.bad-address", "explorer.other-origin"; "" when it is not. @param {HTMLElement} element */
export function refusal(element) {
  const src = element.getAttribute("src");
  if (!src) return "";
  let url;
  try {
    url = new URL(src, document.baseURI);
  } catch {
    return "explorer.bad-address";
  }
  if (!["http:", "https:"].includes(url.protocol)) return "explorer.bad-address";
  return url.origin === new URL(siteFolder).origin ? "" : "explorer.other-origin";
}

/** What to show. @param {HTMLElement} element @returns {import("../address/route.js").Route} */
export function routeOf(element) {
  const of = (name) => element.getAttribute(name) ?? "";
  const at = of("at") && parse(of("at").startsWith("#") ? of("at") : `#${of("at")}`);
  const asked = parse(`#/${encodeURIComponent(of("view") || (of("query") ? "search" : ""))}`);
  const route = at || { ...asked, ...questionOf(asked.view, of("query")) };
  const lang = [of("lang"), route.lang].find((name) => name in LANGUAGES) ?? "";
  return { ...route, lang };
}

// What a query asks of a view: Figures take words, Compare a measure such as trade.turnover or else a party.
function questionOf(view, query) {
  if (!query) return {};
  if (view === "figures") return { text: query };
  if (view === "compare") return /^[a-z]+(\.[\w-]+)+$/.test(query) ? { measure: [query] } : { party: [query] };
  return { q: query };
}
