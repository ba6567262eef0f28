// What became of each file that was brought in.
import { el } from "./dom.js";
import { titleOf } from "./head.js";
import { format } from "./address.js";
import { hasWord, t } from "./words.js";

/**
 * @param {import("./protocol.js").ImportResult[]} files
 * @param {import("./protocol.js").LibraryState} library after the import
 * @param {() => void} close
 */
export function importResults(files, library, close) {
  const heads = new Map((library.documents ?? []).map((head) => [head.id, head]));
  const counts = { added: 0, duplicate: 0, refused: 0 };
  for (const { status } of files) counts[status]++;
  return el("section", { "aria-labelledby": "import-results" },
    el("header", {},
      el("h2", { id: "import-results" }, t("import.results")),
      el("p", { role: "status" }, t("import.summary", counts)),
      el("button", { type: "button", class: "quiet", onclick: close }, t("import.close"))),
    el("ul", {}, files.map((file) => result(file, heads.get(file.id)))));
}

/** Reasons whose details help a reader. */
const TELLING = new Set(["format", "quota", "storage"]);

function result({ name, status, id, reason, detail }, head) {
  const link = head && el("a", { href: format({ view: "read", id }), lang: "zh" }, titleOf(head));
  const because = reason && (hasWord(`refused.${reason}`) ? t(`refused.${reason}`) : reason);
  return el("li", { "data-status": status },
    el("span", { class: "result-status" }, t(`import.${status}`)),
    el("span", { class: "result-name" }, name),
    el("span", { class: "result-more" },
      status === "duplicate" && link && [t("import.duplicateOf"), " "].join(""),
      link,
      because,
      detail && TELLING.has(reason) && el("code", {}, detail.replace(/^corpus: /gm, ""))));
}
