// Files to import, as sources: texts that are read one at a time when their
// turn comes. Zips are opened, names are cleaned, and what cannot be imported is
// a source too: one that says why.
import { EXPORTED, MAX_BYTES, textOf } from "./decode.js";
import { isZip, ZipError } from "./inflate.js";
import { entriesOf } from "./zip.js";

export const MAX_FILES = 10_000; // imported at once
const MAX_UNPACKED = 256 << 20; // bytes from all the zips imported at once
const MAX_RATIO = 200; // no text is packed more tightly, unless it is there to fill the memory
const TEXTS = /\.(txt|text|md|markdown|html?|xhtml|docx)$/i;

/**
 * @typedef {Object} Source
 * @property {string} name
 * @property {import("../engine/protocol.js").Remark[]} remarks
 * @property {() => Promise<import("../engine/protocol.js").ImportFile>} read
 *
 * @typedef {Object} Given a file, and the path it was found at
 * @property {string} path
 * @property {boolean} [chosen] by itself, not with a folder
 * @property {() => Promise<Blob>} file
 */

/**
 * @param {Given[]} given
 * @returns {Promise<{sources: Source[], left: number}>} left: how many were too many
 */
export async function sourcesOf(given) {
  const taken = { sources: [], left: 0, room: MAX_UNPACKED };
  for (const one of given) {
    if (/\.zip$/i.test(one.path)) await unpack(one, taken);
    else add(taken, source(one.path, one.chosen, async () => bytesOf(await one.file())));
  }
  return taken;
}

function add(taken, source) {
  if (!source) return;
  if (taken.sources.length < MAX_FILES) taken.sources.push(source);
  else taken.left++;
}

// One file of a folder or a zip; null for what no reader put there.
function source(path, chosen, bytes) {
  const { name, cleaned, hidden } = clean(path);
  if (hidden && !chosen) return null;
  const remarks = cleaned ? [{ code: "name-cleaned", detail: path.replace(CONTROL, "\ufffd").slice(0, 200) }] : [];
  const text = /\.[^.]+$/.test(name) && !TEXTS.test(name) && !chosen;
  return { name, remarks, read: () => (text ? refused(name, /\.zip$/i.test(name) ? "nested" : "other-format") : read(name, bytes)) };
}

async function unpack({ path, file }, taken) {
  try {
    const zip = await entriesOf(await file(), MAX_FILES - taken.sources.length);
    taken.left += zip.count - zip.entries.length;
    for (const entry of zip.entries.filter(({ folder }) => !folder)) add(taken, source(entry.path, false, () => unpacked(entry, taken)));
  } catch (error) {
    const { name } = clean(path);
    add(taken, { name, remarks: [], read: () => refused(name, error instanceof ZipError ? error.code : "unreadable") });
  }
}

async function unpacked(entry, taken) {
  const limit = Math.min(MAX_BYTES, taken.room);
  if (limit <= 0 || (entry.size > limit && entry.size <= MAX_BYTES)) throw new ZipError("zip-total");
  try {
    const bytes = await loose(entry, limit);
    taken.room -= bytes.length;
    return bytes;
  } catch (error) {
    taken.room -= error.inflated ?? 0; // it was work all the same
    throw error;
  }
}

// What an entry holds, unless it is packed as only a bomb is.
async function loose(entry, limit) {
  const bytes = await entry.read(limit);
  if (bytes.length > 1 << 20 && bytes.length > MAX_RATIO * entry.packed) throw new ZipError("zip-ratio", bytes.length);
  return bytes;
}

async function bytesOf(file) {
  if (file.size > MAX_BYTES) throw new ZipError(EXPORTED.test(await file.slice(0, 200).text()) ? "export" : "too-large");
  return new Uint8Array(await file.arrayBuffer());
}

async function read(name, bytes) {
  try {
    const data = await bytes();
    return textOf(name, isZip(data) ? await documentOf(data) : data);
  } catch (error) {
    return refused(name, error instanceof ZipError ? error.code : "unreadable"); // a folder, or a file that is gone
  }
}

// The text of a .docx is an entry of it.
async function documentOf(data) {
  const { entries } = await entriesOf(new Blob([data]), MAX_FILES);
  const document = entries.find(({ path }) => /^word\/document\d*\.xml$/.test(path));
  if (document) return loose(document, MAX_BYTES);
  if (entries.some(({ path }) => path === "[Content_Types].xml" || path === "mimetype")) throw new ZipError("other-format"); // a table, slides, a book
  throw new ZipError(entries.length > 0 ? "nested" : "zip-damaged");
}

async function refused(name, reason) {
  return { name, text: "", refused: reason };
}

// Signs that are not seen, or turn round what stands behind them.
const CONTROL = /[\0-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;
const LONGEST = 120; // characters of a name

/** The last part of a path, without what plays tricks. @param {string} path */
export function clean(path) {
  const parts = path.split(/[\\/]/);
  const bare = parts.at(-1).replace(CONTROL, "").trim();
  const name = (bare === "." || bare === ".." ? "" : bare).slice(-LONGEST) || "unnamed.txt";
  const tricks = name !== parts.at(-1) || parts.includes("..") || parts[0] === "" || /^[a-z]:$/i.test(parts[0]);
  const hidden = parts.some((part) => part === "__MACOSX" || /^\.[^./\\]/.test(part)) || /^(thumbs\.db|desktop\.ini)$/i.test(name);
  return { name, cleaned: tricks, hidden };
}
