// Shows what would be read of the texts before they are added: to be set right,
// or left out.
import { t } from "../lang/words.js";
import { el } from "../parts/dom.js";
import { remarksOf } from "./results.js";

/** More are not looked at one by one; they are added as they are read. */
export const REVIEWED = 50;
const NONE = "-"; // what was read there is not so
const FIELDS = ["title", "date", "event", "organisation", "speaker"];

/**
 * Resolves with the sources wanted, each with what was set right as its amend;
 * with null when the reader thought better of it.
 * @param {HTMLElement} place where it is shown
 * @param {import("./sources.js").Source[]} sources
 * @param {import("../engine/protocol.js").ImportResult[]} results as inspected, of the first of them
 * @param {import("../engine/protocol.js").LibraryState} library
 * @returns {Promise<import("./sources.js").Source[]|null>}
 */
export function review(place, sources, results, library) {
  const heads = new Map((library.documents ?? []).map((head) => [head.id, head]));
  const rows = results.map((result, n) => row(sources[n], result, heads));
  return new Promise((resolve) => {
    const done = (wanted) => {
      place.replaceChildren();
      resolve(wanted);
    };
    const add = (event) => {
      event.preventDefault();
      done([...rows.filter(({ wanted }) => wanted()).map(({ amended }) => amended()), ...sources.slice(results.length)]);
    };
    const rest = sources.length - results.length;
    place.replaceChildren(el("form", { class: "review", onsubmit: add, "aria-labelledby": "review" },
      el("h2", { id: "review", tabindex: "-1" }, t("review.title")),
      el("p", { class: "note" }, t("review.note"), rest > 0 && ` ${t("review.rest", { count: rest })}`),
      el("ol", {}, rows.map(({ item }) => item)),
      el("div", { class: "buttons" },
        el("button", { type: "button", class: "quiet", onclick: () => done(null) }, t("dialog.cancel")),
        el("button", { class: "strong" }, t("review.add")))));
    place.querySelector("h2").focus();
  });
}

function row(source, result, heads) {
  const { head, status, reason } = result;
  if (!head) {
    const why = reason ? t(`refused.${reason}`, { detail: result.detail }) : t(`import.${status}`);
    const item = el("li", { "data-status": status }, el("p", { class: "result-name" }, result.name), el("p", { class: "note" }, why));
    return { item, wanted: () => true, amended: () => source }; // refused once more, so that the results name it
  }
  const box = el("input", { type: "checkbox", checked: true });
  const inputs = FIELDS.map((name) => el("input", {
    name, value: head[name] ?? "", type: name === "date" ? "date" : "text", min: name === "date" && "1900-01-01",
    lang: name !== "date" && "zh", autocomplete: "off",
  }));
  const item = el("li", { "data-status": status },
    el("label", { class: "result-name" }, box, " ", result.name),
    el("div", { class: "fields" }, inputs.map((input) => el("label", {}, el("span", {}, t(`amend.${input.name}`)), input))),
    remarksOf(result.remarks, result.similar, heads));
  const amended = () => {
    const changed = inputs.filter((input) => input.value.trim() !== (head[input.name] ?? ""));
    return { ...source, amend: Object.fromEntries(changed.map((input) => [input.name, input.value.trim() || NONE])) };
  };
  return { item, wanted: () => box.checked, amended };
}
