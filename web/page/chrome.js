// What stands around the view: masthead, messages, foot.
import { t } from "../lang/words.js";
import { el, fill } from "../parts/dom.js";
import "../parts/progress.js";
import "../search/box.js";
import "./error-banner.js";
import "./menu.js";
import "./notices.js";

export class Chrome {
  box = el("fenghui-search-box");
  menu = el("fenghui-menu");
  error = el("fenghui-error");
  notices = el("fenghui-notices");
  progress = el("fenghui-progress");
  #skip = el("button", { type: "button", class: "skip" });
  #foot = el("footer", { class: "colophon" });
  #bar = null;
  #version = "";

  /**
   * Puts it around main; the words must be there.
   * @param {HTMLElement} main
   * @param {import("../explorer/embed.js").Bar} [bar] within other pages
   */
  build(main, bar = null) {
    const masthead = main.parentElement.querySelector(".masthead");
    this.#bar = bar;
    if (bar) masthead.append(...bar.parts);
    this.#skip.addEventListener("click", () => main.focus());
    masthead.before(this.#skip);
    masthead.append(this.box, this.menu);
    main.before(el("div", { class: "messages" }, this.error, this.progress, this.notices));
    main.after(this.#foot);
    this.render();
  }

  /** Draws it in the current language. */
  render() {
    for (const part of [this.box, this.menu, this.error, this.notices, this.progress]) part.render();
    this.#draw();
  }

  /** @param {import("../address/route.js").Route} route */
  show(route) {
    this.menu.view = route.view;
    this.#bar?.show();
    this.box.show(route.q);
  }

  /** @param {string} version of the program */
  set version(version) {
    this.#version = version;
    this.#draw();
  }

  #draw() {
    this.#skip.textContent = t("site.skip");
    this.#bar?.render();
    fill(this.#foot, el("p", {}, t("site.colophon")), this.#version && el("p", {}, t("site.version", { build: this.#version })));
  }
}
