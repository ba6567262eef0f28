// Files of what was dropped or chosen, folders walked through.
import { clean, MAX_FILES } from "./sources.js";

/** @typedef {import("./sources.js").Given} Given */

/** @param {FileList|File[]} files from a picker; those of a folder know their path @returns {Given[]} */
export function chosenFiles(files) {
  return [...files].map((file) => ({ path: file.webkitRelativePath || file.name, chosen: !file.webkitRelativePath, file: async () => file }));
}

/**
 * What was dropped. Must be called during the drop event: what it carries
 * is gone after that.
 * @param {DataTransfer} carried @returns {Promise<Given[]>}
 */
export function droppedFiles(carried) {
  const items = [...carried.items].filter(({ kind }) => kind === "file");
  const entries = items.map((item) => item.webkitGetAsEntry?.() ?? null);
  if (!entries.some((entry) => entry?.isDirectory)) return Promise.resolve(chosenFiles(carried.files));
  return walk(entries.filter(Boolean));
}

// A folder after the other, in the order of their names; no more than can be
// brought in.
async function walk(entries) {
  const found = [];
  const waiting = entries.map((entry) => ({ entry, top: true }));
  while (waiting.length > 0 && found.length <= MAX_FILES) {
    const { entry, top } = waiting.shift();
    const path = entry.fullPath.replace(/^\//, "");
    if (!top && clean(path).hidden) continue; // nobody put it there, and it may be thousands of files
    if (entry.isDirectory) waiting.unshift(...(await listed(entry)).map((below) => ({ entry: below })));
    else found.push({ path, chosen: top, file: () => new Promise((resolve, reject) => entry.file(resolve, reject)) });
  }
  return found;
}

// A browser lists a hundred at a time. A folder that cannot be read is empty.
async function listed(folder) {
  const reader = folder.createReader();
  const all = [];
  for (let some = [0]; some.length > 0 && all.length <= MAX_FILES; ) {
    some = await new Promise((resolve) => reader.readEntries(resolve, () => resolve([])));
    all.push(...some);
  }
  return all.sort((a, b) => (a.name < b.name ? -1 : 1));
}
