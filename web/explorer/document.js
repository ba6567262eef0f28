// The document an explorer within another page has to itself.
import { scriptAddress } from "../engine/trust.js";

const STYLES = ["first", "later", "embed"];

/**
 * @param {Document} inner empty
 * @param {string} base of the version's files
 * @param {string} lang
 * @param {{router: import("../address/inner-router.js").InnerRouter, share: Function}} embedding
 * @param {() => void} lost its script cannot be had
 * @returns {HTMLElement} the app, which comes to life when its script does
 */
export function furnish(inner, base, lang, embedding, lost) {
  const make = (tag, props) => Object.assign(inner.createElement(tag), props);
  inner.documentElement.lang = lang;
  inner.title = "Fenghui";
  const app = make("fenghui-app", { embedding });
  app.setAttribute("embedded", "");
  app.append(make("header", { className: "masthead" }), make("main", { id: "view", tabIndex: -1 }));
  inner.head.append(...STYLES.map((name) => make("link", { rel: "stylesheet", href: `${base}${name}.css`, disabled: name === "later" })));
  inner.body.append(app);
  const script = make("script", { type: "module", onerror: lost });
  script.src = scriptAddress(`${base}app.js`);
  inner.head.append(script);
  return app;
}
