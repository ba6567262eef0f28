// <fenghui-app>: the page. It opens the library, follows the address and shows
// the view asked for. Within other pages <fenghui-explorer> sets "embedding".
//
//   await document.querySelector("fenghui-app").ready · "fenghui-ready" {library} · "fenghui-state" {route}
import { comparing } from "./address/route.js";
import { Router } from "./address/router.js";
import { Op } from "./engine/protocol.js";
import { programOf, Session, siteOf } from "./engine/session.js";
import { Chrome } from "./page/chrome.js";
import { chooseLanguage, followLanguage } from "./page/interface-language.js";
import { OverviewView } from "./page/overview.js";
import { Stage } from "./page/stage.js";
import { emit } from "./parts/dom.js";
import { listenKeys, viewKeys } from "./parts/keys.js";
import "./search/search.js";

export class App extends HTMLElement {
  #chrome = new Chrome();
  #router;
  #session;
  #stage;
  #showing = null;
  #keptOffline = false;
  #openFailed = false; // then the overview as built is all there is
  #stopKeys;

  get ready() {
    return this.#session.ready;
  }

  // As an element of another page, or in a frame of it.
  get #isEmbedded() {
    return Boolean(this.embedding) || new URLSearchParams(location.search).get("embed") === "1";
  }

  connectedCallback() {
    performance.mark("fenghui:html");
    const main = this.querySelector("#view");
    const events = {
      progress: (progress) => this.#chrome.progress.update(progress),
      notice: (notice) => this.#chrome.notices.add(notice),
      failed: (error) => this.#failed(error),
    };
    this.#router = this.embedding?.router ?? new Router();
    this.#session = this.embedding?.share(events) ?? new Session(programOf(this), siteOf(this), events);
    this.#stage = new Stage(main, { session: this.#session, router: this.#router, report: (error) => this.#report(error) });
    this.#chrome.box.ask = (query, signal) => this.#session.request(Op.suggest, { query }, { signal });
    OverviewView.adopt(main, document.documentElement.lang);
    this.#start(main);
  }

  disconnectedCallback() {
    this.#router.stop();
    this.#session.stop();
    this.#stopKeys?.();
  }

  // The program starts while the words are still on their way.
  async #start(main) {
    this.#open();
    const bar = this.#isEmbedded ? (await import("./explorer/embed.js")).embed(this, this.#router) : null;
    await chooseLanguage(this.#router);
    this.#chrome.build(main, bar);
    this.#router.start((route, y) => (this.#showing = this.#show(route, y)));
    this.#listen(); // now that there is something for keys to act on
  }

  async #open() {
    this.#chrome.progress.begin(() => this.#session.cancel());
    try {
      const library = await this.#session.start();
      performance.mark("fenghui:ready");
      this.#chrome.version = this.#session.build;
      emit(this, "fenghui-ready", { library });
    } catch {
      // #failed shows why
    } finally {
      this.#chrome.progress.end();
    }
  }

  async #restart() {
    this.#openFailed = false;
    this.#chrome.error.clear();
    this.#chrome.notices.clear();
    await this.#open();
    this.#showing = this.#show(this.#router.route, null);
  }

  async #show(route, y) {
    try {
      if (await followLanguage(this.#router, route)) {
        this.#chrome.render();
        this.#stage.clear();
      }
      this.#chrome.show(route);
      const view = this.#openFailed && route.view !== "help" ? "overview" : route.view;
      if (!(await this.#stage.show({ ...route, view }, y, this.#chrome.box.focused))) return;
      emit(this, "fenghui-state", { route });
      this.#keepOffline();
    } catch (error) {
      this.#report(error);
    }
  }

  // Once, after the first view.
  #keepOffline() {
    if (this.#keptOffline || this.embedding || !this.#session.library) return;
    this.#keptOffline = true;
    const offer = (act) => this.#chrome.notices.add({ code: "new-version" }, { word: "notice.reload", act });
    setTimeout(() => import("./page/updates.js").then(({ keepSite }) => keepSite(offer), () => {})); // after what the reader waits for; a page being left loads nothing
  }

  #failed({ code = "other" }) {
    this.#chrome.error.show(code === "cancelled" ? "opening-cancelled" : code, true);
    this.#openFailed = !this.#session.library;
    if (this.#openFailed && this.#showing) this.#showing = this.#show(this.#router.route, null);
  }

  #report(error) {
    if (this.#openFailed || ["cancelled", "crashed", "not-open"].includes(error.code)) return; // told already, or asked for
    console.error(error);
    this.#chrome.error.show(error.code ?? "other");
  }

  #query({ q, first, entered }) {
    const { route } = this.#router;
    const here = route.view === "search";
    if (!q && !entered && !here) return;
    this.#router.go(here ? { ...route, q, n: 0 } : { view: "search", q }, { replace: here && !first });
    if (entered) this.#showing?.then(() => this.#chrome.box.query === q && this.#stage.view.focusResults?.()); // unless the reader types on
  }

  #listen() {
    this.addEventListener("fenghui-query", ({ detail }) => this.#query(detail));
    this.addEventListener("fenghui-language", ({ detail }) => this.#router.setLanguage(detail.lang));
    this.addEventListener("fenghui-restart", () => this.#restart());
    this.addEventListener("fenghui-afresh", async () => (await import("./page/updates.js")).startAfresh());
    this.#stopKeys = listenKeys({
      "/": () => this.#chrome.box.focus(),
      c: () => this.#router.go(comparing(this.#router.route)),
      "?": () => this.#router.go({ view: "help" }),
      ...viewKeys(() => this.#stage.view),
      Escape: () => (this.#chrome.box.focused ? this.#chrome.box.blur() : this.#router.back()),
    });
  }
}

customElements.define("fenghui-app", App);
