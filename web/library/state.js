// What the library holds, what the browser keeps of it, and what of it is
// damaged.
import { size, t } from "../lang/words.js";
import { yearRanges } from "../lang/years.js";
import { el } from "../parts/dom.js";
import { storageState } from "./storage.js";

/** @param {import("../engine/protocol.js").LibraryState} library @returns {HTMLElement[]} */
export function facts(library) {
  return [
    ...[
      t("library.documents", { count: (library.documents?.length ?? 0) + (library.more ?? 0) }),
      t("library.passages", { count: library.passages }),
      t("library.text", { size: size(library.textBytes) }),
      t("library.index", { size: size(library.indexBytes) }),
      t(`library.origin.${library.origin}`),
      library.pending && t("years.pending", { years: yearRanges(library.pending) }),
      library.more && t("library.more", { count: library.more }),
    ].filter(Boolean).map((fact) => el("span", {}, fact)),
    el("span", { class: library.kept ? "kept" : "not-kept" }, t(library.kept ? "library.kept" : "library.notKept")),
  ];
}

/**
 * What the browser says of the room it gives; nothing where it says nothing.
 * @param {() => void} ask has the browser asked to keep it for good
 * @returns {Promise<(HTMLElement|string)[]>}
 */
export async function room(ask) {
  const { used, quota, persisted } = await storageState();
  const sizes = used !== undefined && quota > 0 && t("storage.used", { used: size(used), quota: size(quota) });
  return [
    sizes && el("span", {}, sizes),
    persisted !== undefined && el("span", { "data-persisted": String(persisted) }, t(persisted ? "storage.persisted" : "storage.notPersisted")),
    persisted === false && el("button", { type: "button", class: "quiet", onclick: ask }, t("storage.ask")),
  ].filter(Boolean);
}

/**
 * @param {import("../engine/protocol.js").Damaged[]} list
 * @param {(damaged: import("../engine/protocol.js").Damaged) => void} remove
 * @returns {HTMLElement|null}
 */
export function damaged(list, remove) {
  if (!list?.length) return null;
  return el("section", { class: "damaged", "aria-labelledby": "damaged" },
    el("h2", { id: "damaged" }, t("damaged.title", { count: list.length })),
    el("p", { class: "note" }, t("damaged.note")),
    el("ul", {}, list.map((one) => el("li", { "data-id": one.id },
      el("span", { lang: "zh" }, one.name || one.id), " ", el("code", {}, one.cause), " ",
      el("button", { type: "button", class: "quiet", "aria-label": t("library.removeNamed", { title: one.name || one.id }), onclick: () => remove(one) }, t("library.remove"))))));
}
