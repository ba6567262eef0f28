// Within other pages: a bar in the place of the masthead, and for frames the
// conversation with the page around. A frame tells its height to any page; all
// else goes to, and comes from, pages of our own origin or of those that the
// site was built to trust.
//
//   out   {type: "fenghui:height", height} · "fenghui:ready" · "fenghui:state" {route, address} · "fenghui:select"
//   in    {type: "fenghui:hello"} · "fenghui:go" {at: "#/compare"} · "fenghui:lang" {lang} · "fenghui:theme" {theme}
import { pageAddress, setPageAddress } from "../address/public.js";
import { parse } from "../address/route.js";
import { versionFolder } from "../address/site.js";
import { LANGUAGES } from "../lang/languages.js";
import { t } from "../lang/words.js";
import { el } from "../parts/dom.js";
import { selection } from "./selection.js";

/**
 * @typedef {Object} Bar
 * @property {HTMLElement[]} parts
 * @property {() => void} render in the current language
 * @property {() => void} show that another place is shown
 */

/** @param {HTMLElement} app @param {import("../address/router.js").Router|import("../address/inner-router.js").InnerRouter} router @returns {Bar} */
export function embed(app, router) {
  app.setAttribute("embedded", "");
  setPageAddress(() => (router.inner ? router.place : location.href.replace(location.search, "")));
  if (!router.inner) converse(app, router);
  app.addEventListener("fenghui-state", () => name(app));
  app.addEventListener("click", outside, true);
  const back = el("button", { type: "button", class: "embed-back", onclick: () => router.back() });
  const open = el("a", { class: "embed-open", target: "_blank", rel: "noopener" });
  return {
    parts: [back, open],
    render() {
      back.textContent = `← ${t("embed.back")}`;
      open.textContent = t("embed.open");
      open.title = t("embed.open");
    },
    show() {
      back.hidden = router.depth === 0;
      open.href = pageAddress();
    },
  };
}

// There may be other landmarks around, and other explorers: ours are named after what they show.
function name(app) {
  for (const landmark of app.querySelectorAll(".masthead, fenghui-search-box [role=search], main")) landmark.setAttribute("aria-label", document.title);
}

// What is not ours may not be shown within a page, and would take our place there.
function outside({ target }) {
  const link = target.closest?.("a[href^='http']");
  if (link) link.target = "_blank";
}

function converse(app, router) {
  const sheet = new URL("embed.css", versionFolder).href;
  document.head.append(el("link", { rel: "stylesheet", href: sheet }));
  if (parent === window) return;
  const friends = new Set([location.origin, ...(app.getAttribute("embedders") ?? "").split(" ").filter(Boolean)]);
  let friend = null; // the page around, once it has spoken and is trusted
  const said = new Map(); // the last of each type, for a page that says hello later
  const post = (message) => friend && parent.postMessage(message, friend);
  const say = (message) => (said.set(message.type, message), post(message));
  const doing = {
    "fenghui:hello": () => said.forEach(post),
    "fenghui:go": ({ at }) => typeof at === "string" && router.go(parse(at)),
    "fenghui:lang": ({ lang }) => Object.hasOwn(LANGUAGES, lang) && router.setLanguage(lang),
    "fenghui:theme": ({ theme }) => (document.documentElement.dataset.theme = ["light", "dark"].includes(theme) ? theme : ""),
  };
  addEventListener("message", ({ source, origin, data }) => {
    if (source !== parent || !friends.has(origin) || !Object.hasOwn(doing, data?.type ?? "")) return;
    friend = origin;
    doing[data.type](data);
  });
  app.addEventListener("fenghui-ready", ({ detail }) => say({ type: "fenghui:ready", documents: detail.library.documents?.length ?? 0 }));
  app.addEventListener("fenghui-state", ({ detail: { route } }) => {
    said.delete("fenghui:select");
    say({ type: "fenghui:state", route, address: pageAddress() });
    const selected = selection(route);
    if (selected) say({ type: "fenghui:select", ...selected });
  });
  new ResizeObserver(() => parent.postMessage({ type: "fenghui:height", height: Math.ceil(app.offsetHeight) }, "*")).observe(app);
}
