// Makes elements. Markup is never parsed: text stays text, and what the
// program prepares (Nodes, Runs) is built element by element from short lists
// of what is allowed.
import { t } from "../lang/words.js";

const HTML =
  "a article div dd details dl dt em figcaption figure h1 h2 h3 li mark ol p section span strong summary table tbody td th thead time tr ul";
const SVG = "svg g path rect line circle polyline polygon text tspan title desc defs pattern";
const ATTRIBUTES =
  "class datetime href id lang scope title aria-label aria-labelledby role " +
  "viewBox width height x y x1 x2 y1 y2 cx cy r rx ry d points dx dy transform text-anchor";

const html = new Set(HTML.split(" "));
const svg = new Set(SVG.split(" "));
const attributes = new Set(ATTRIBUTES.split(" "));

/**
 * An element of our own making: el("p", {class: "lead", onclick: f}, "text", child).
 * Names beginning with "on" are listeners; true sets a bare attribute; false,
 * null and undefined set none. Children that are null or false are left out.
 * @param {string} tag
 * @param {Object<string, any>} [props]
 * @param {...(Node|string|null|false|undefined)} children
 * @returns {HTMLElement}
 */
export function el(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...kept(children));
  return element;
}

/** Dispatches a custom event that bubbles. @param {HTMLElement} element @param {string} name @param {any} [detail] */
export function emit(element, name, detail) {
  element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
}

/** Puts children in the place of what an element holds; null and false are left out. */
export function fill(element, ...children) {
  element.replaceChildren(...kept(children));
}

function kept(children) {
  return children.flat().filter((child) => child != null && child !== false);
}

// Whether a link may lead there: a place in the page, or the open web.
function safeAddress(address) {
  return /^(#|https?:\/\/)/.test(address);
}

/**
 * Draws what the program prepared. What is not allowed is left out, with a
 * warning, rather than failing the whole view.
 * @param {import("../engine/protocol.js").Node} node
 * @returns {Node}
 */
export function draw(node) {
  const content = [
    ...(node.text ? [node.text] : []),
    ...(node.key ? [t(node.key, node.args)] : []),
    ...(node.children ?? []).map(draw),
  ];
  const element = node.tag ? create(node.tag) : document.createDocumentFragment();
  if (node.tag) decorate(element, node.attr ?? {});
  element.append(...content);
  return element;
}

function create(tag) {
  if (html.has(tag)) return document.createElement(tag);
  if (svg.has(tag)) return document.createElementNS("http://www.w3.org/2000/svg", tag);
  console.warn(`fenghui: <${tag}> is not drawn`);
  return document.createElement("span");
}

function decorate(element, attr) {
  for (const [name, value] of Object.entries(attr)) {
    if (attributes.has(name) && (name !== "href" || safeAddress(value))) element.setAttribute(name, value);
    else console.warn(`fenghui: attribute ${name}="${value}" is not drawn`);
  }
}

/**
 * Marked-up text: hits, and figures, which can be asked about where they have a
 * number. A figure that another one interrupts is one button all the same.
 * @param {import("../engine/protocol.js").Run[]} list
 * @returns {(string|HTMLElement)[]}
 */
export function runs(list) {
  const parts = [];
  const asked = new Set();
  for (const { text, kind = "", figure } of list ?? []) {
    const content = /\bhit\b/.test(kind) ? el("mark", {}, text) : text;
    const last = parts.at(-1);
    if (!/\bfigure\b/.test(kind)) parts.push(content);
    else if (figure !== undefined && last?.dataset?.f === String(figure)) last.append(content);
    else parts.push(marked(content, figure, asked.has(figure)));
    asked.add(figure);
  }
  return parts;
}

function marked(content, figure, again) {
  const button = figure !== undefined && !again && { role: "button", tabindex: "-1", "aria-haspopup": "dialog", "aria-expanded": "false" };
  return el("span", { class: "figure", "data-f": figure, ...button }, content);
}

/** A link out of the page, or plain text when the address is none. */
export function outward(address, label) {
  return /^https?:\/\//.test(address ?? "") ? el("a", { href: address, rel: "noopener noreferrer" }, label) : label;
}
