// Shortcuts of a single key. They do nothing while something is typed or
// composed, and can be switched off (speech input types letters).

import { recall, remember } from "./preferences.js";
import { isComposing } from "./typing.js";

/** @returns {boolean} */
export function keysOn() {
  return recall("keys") !== "off";
}

/** @param {boolean} on */
export function switchKeys(on) {
  remember("keys", on ? "on" : "off");
}

/** Keys that a view acts on, if it can. */
const ACTS = { j: "next", k: "previous", o: "open", f: "nextFigure", F: "previousFigure", d: "download", t: "turn", l: "copyLink" };

/** @param {() => HTMLElement} view the one shown @returns {Object<string, () => void>} actions */
export function viewKeys(view) {
  return Object.fromEntries(Object.entries(ACTS).map(([key, act]) => [key, () => view()?.[act]?.()]));
}

/**
 * Where a step leads from the one of a list that has the focus, no further than
 * its ends; where none has it, the first, or going backwards the last.
 * @param {HTMLElement[]} list @param {number} step @returns {HTMLElement|undefined}
 */
export function stepIn(list, step) {
  const at = list.indexOf(document.activeElement);
  return list[at < 0 ? (step > 0 ? 0 : list.length - 1) : Math.min(Math.max(at + step, 0), list.length - 1)];
}

function typing(target) {
  return target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
}

/**
 * Calls actions[key] for a key pressed on its own. Escape reaches its action
 * from inside a field too.
 * @param {Object<string, (event: KeyboardEvent) => void>} actions
 * @returns {() => void} stops listening
 */
export function listenKeys(actions) {
  const pressed = (event) => {
    if (isComposing(event) || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const action = actions[event.key];
    if (!action || document.querySelector("dialog[open]")) return;
    if (event.key !== "Escape" && (typing(event.target) || !keysOn())) return;
    if (event.key !== "Escape") event.preventDefault();
    action(event);
  };
  addEventListener("keydown", pressed);
  return () => removeEventListener("keydown", pressed);
}
