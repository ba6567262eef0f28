// The sections and the language. Emits "fenghui-language" {lang}.
import { LANGUAGES } from "../lang/languages.js";
import { currentLanguage, t } from "../lang/words.js";
import { el, emit } from "../parts/dom.js";

/** Views that belong to a section of another name. */
const WITHIN = { comparison: "compare", draft: "compare", since: "compare", partner: "compare" };

const SECTIONS = { overview: "#/", search: "#/search", figures: "#/figures", compare: "#/compare", library: "#/library", help: "#/help" };

export class Menu extends HTMLElement {
  #view = "";

  connectedCallback() {
    this.render();
  }

  /** The view shown now. @param {string} view */
  set view(view) {
    const section = WITHIN[view] ?? view;
    if (section === this.#view) return;
    this.#view = section;
    this.#mark();
  }

  render() {
    const links = Object.entries(SECTIONS).map(([view, href]) => el("a", { href, "data-view": view }, t(`nav.${view}`)));
    const languages = Object.entries(LANGUAGES).map(([lang, { name, short = name }]) =>
      el("button", { type: "button", lang, title: name, "aria-pressed": String(lang === currentLanguage()), onclick: () => this.#choose(lang) }, short));
    const chosen = this.contains(document.activeElement) && document.activeElement.lang;
    this.replaceChildren(
      el("nav", { "aria-label": t("nav.label") }, links),
      el("div", { class: "languages", role: "group", "aria-label": t("language.label") }, languages),
    );
    if (chosen) this.querySelector(`button[lang="${chosen}"]`)?.focus(); // the buttons are new
    this.#mark();
  }

  #mark() {
    for (const link of this.querySelectorAll("a")) {
      if (link.dataset.view === this.#view) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  }

  #choose(lang) {
    emit(this, "fenghui-language", { lang });
  }
}

customElements.define("fenghui-menu", Menu);
