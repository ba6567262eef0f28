// <fenghui-explorer>: an explorer within another page. It has a document of its
// own, so that no style, key, word or name leaks in or out; the program and its
// library are shared by all explorers of a page. The document is an empty one,
// which a policy that allows no frames allows.
//
//   src      folder of the site, of the same origin; where its script is from, when left out
//   view, query, at    what to show: compare · 贸易额 · "#/compare?kind=board"
//   lang, theme        zh en ru kk · auto light dark
//   scroll             keeps the height the page gives it, and scrolls within
//
// Emits "fenghui-ready" {documents}, "fenghui-state" {route, address} and
// "fenghui-select" {document, passage, figure} or {comparison}.
import { InnerRouter } from "../address/inner-router.js";
import { address, refusal, routeOf } from "./attributes.js";
import { selection } from "./selection.js";
import { themeOf } from "./theme.js";

// What an explorer of any site is made with comes from that site.
export { furnish } from "./document.js";
export { share } from "./shared-session.js";

/** Attributes that say what is shown. */
const ASKING = ["src", "view", "query", "at"];

const sheet = new CSSStyleSheet();
sheet.replaceSync(`:host { display: block; } :host([hidden]) { display: none; }
  iframe { display: block; width: 100%; min-height: 12rem; border: 0; color-scheme: light dark; }
  :host([scroll]) iframe { height: 100%; } p { margin: 0; padding: 1em; border: 1px solid; }`);

export class Explorer extends HTMLElement {
  static observedAttributes = [...ASKING, "lang", "theme"];

  #root = this.attachShadow({ mode: "open" });
  #frame = null;
  #app = null;
  #router = null;
  #share = null;
  #watch = null;
  #left = null; // where its reader was when it was taken out, perhaps to be put elsewhere

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [sheet];
  }

  connectedCallback() {
    const wrong = refusal(this);
    if (wrong) return this.#refuse(wrong);
    this.#frame = document.createElement("iframe");
    this.#frame.title = "峰会数览 Fenghui";
    this.#frame.addEventListener("load", () => this.#furnish().catch((error) => this.#refuse(error.message)));
    this.#root.replaceChildren(this.#frame);
  }

  disconnectedCallback() {
    this.#left = this.#router?.route ?? this.#left;
    this.#watch?.stop();
    this.#share?.stop(); // nothing runs in the document any more, so it cannot do that itself
    this.#share = this.#app = this.#frame = this.#router = this.#watch = null;
    this.#root.replaceChildren();
  }

  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (ASKING.includes(name)) this.#left = null;
    if (!this.isConnected) return;
    if (name === "src") {
      this.disconnectedCallback();
      this.connectedCallback();
    } else if (name === "theme") this.restyle();
    else if (name === "lang") this.#router?.setLanguage(routeOf(this).lang);
    else this.#router?.go(routeOf(this));
  }

  /** Takes over the custom properties of the page anew; needed only when they change without the page's own attributes. */
  restyle() {
    this.#watch?.look();
  }

  async #furnish() {
    const frame = this.#frame;
    const folder = address(this);
    const { site, furnish, share } = await import(new URL("explorer.js", folder).href);
    if (frame !== this.#frame) return; // taken out meanwhile
    const inner = frame.contentDocument;
    const asked = routeOf(this);
    const route = this.#left ? { ...this.#left, lang: asked.lang || this.#left.lang } : asked;
    this.#router = new InnerRouter(inner, folder, route);
    const of = (file) => file && new URL(file, folder).href;
    const library = { pack: of(site.pack), packHash: site.packHash, documents: of(site.documents), dictionary: of(site.dictionary) };
    const embedding = { router: this.#router, share: (events) => (this.#share = share(of(site.wasm), library, events)) };
    const lost = () => this.#refuse("explorer.failed");
    this.#app = furnish(inner, of(site.base), route.lang || site.lang, embedding, lost);
    this.#watch = themeOf(this, inner.documentElement);
    this.#listen(inner.defaultView);
  }

  #listen(inner) {
    this.#app.addEventListener("fenghui-ready", ({ detail }) => this.#tell("fenghui-ready", { documents: detail.library.documents?.length ?? 0 }));
    this.#app.addEventListener("fenghui-state", ({ detail: { route } }) => {
      this.#frame.title = inner.document.title;
      this.#tell("fenghui-state", { route: { ...route }, address: this.#router.place });
      const selected = selection(route);
      if (selected) this.#tell("fenghui-select", selected);
    });
    new inner.ResizeObserver(() => this.#fit()).observe(this.#app);
  }

  #fit() {
    if (!this.hasAttribute("scroll") && this.#frame && this.#app) this.#frame.style.height = `${Math.ceil(this.#app.offsetHeight)}px`;
  }

  async #refuse(code) {
    const { refused } = await import("./refusal.js");
    if (this.isConnected) this.#root.replaceChildren(await refused(code, this));
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
