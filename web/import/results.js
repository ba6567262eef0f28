// What became of each file that was to be imported.
import { format } from "../address/route.js";
import { hasWord, size, t } from "../lang/words.js";
import { titleOf } from "../parts/document-head.js";
import { el } from "../parts/dom.js";

/**
 * @param {import("../engine/protocol.js").ImportResult[]} files
 * @param {import("../engine/protocol.js").LibraryState} library after the import
 * @param {() => void} close
 */
export function importResults(files, library, close) {
  const heads = new Map((library.documents ?? []).map((head) => [head.id, head]));
  const counts = { added: 0, duplicate: 0, refused: 0 };
  for (const { status } of files) counts[status]++;
  const list = el("ul");
  return el("section", { "aria-labelledby": "import-results" },
    el("header", {},
      el("h2", { id: "import-results" }, t("import.results")),
      el("p", { role: "status" }, t("import.summary", counts)),
      el("button", { type: "button", class: "quiet", onclick: close }, t("import.close"))),
    list, more(list, files.length > SHOWN ? [...files].sort((a, b) => weight(a) - weight(b)) : files, heads));
}

const SHOWN = 20; // at once: a page with ten thousand of them would stand still

// What needs looking at comes first, where not all can be seen.
function weight({ status, reason, remarks, similar }) {
  if (reason === "too-many") return -1;
  return status === "refused" ? 0 : similar || remarks?.length > 0 ? 1 : 2;
}

function more(list, files, heads) {
  const button = el("button", { type: "button", class: "quiet", onclick: show });
  let shown = 0;
  function show() {
    list.append(...files.slice(shown, shown + SHOWN).map((file) => result(file, heads)));
    shown = Math.min(shown + SHOWN, files.length);
    button.hidden = shown === files.length;
    button.textContent = t("import.more", { count: files.length - shown });
  }
  show();
  return button;
}

/** Reasons whose details help a reader. */
const TELLING = new Set(["format", "storage"]);

function result({ name, status, id, reason, detail, need, used, similar, remarks }, heads) {
  const because = reason && (hasWord(`refused.${reason}`) ? t(`refused.${reason}`, { detail }) : reason);
  return el("li", { "data-status": status },
    el("span", { class: "result-status" }, t(`import.${status}`)),
    el("span", { class: "result-name" }, name),
    el("span", { class: "result-more" },
      status === "duplicate" && t("import.duplicateOf"),
      link(heads.get(id)),
      because, need > 0 && t("refused.sizes", { need: size(need), used: size(used ?? 0) }),
      detail && TELLING.has(reason) && el("code", {}, detail.replace(/^corpus: /gm, ""))),
    remarksOf(remarks, similar, heads));
}

function link(head) {
  return head && el("a", { href: format({ view: "read", id: head.id }), lang: "zh" }, titleOf(head));
}

/** What a reader should know of a text, in words; null: nothing. */
export function remarksOf(remarks, similar, heads) {
  const other = similar && link(heads.get(similar.id));
  const lines = [
    ...(remarks ?? []).map(({ code, detail }) => [t(`remark.${code}`), " ", el("code", {}, detail)]),
    ...(similar ? [[t("remark.similar", { shared: similar.shared, of: similar.of }), " ", other ?? t("remark.similarHere")]] : []),
  ];
  return lines.length > 0 ? el("span", { class: "result-remarks" }, lines.map((line) => el("span", {}, ...line))) : null;
}
