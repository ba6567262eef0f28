// Bytes of a file to text. Chinese texts come as UTF-8, as UTF-16, or as
// GB18030. The last, and UTF-16 without a mark, accept almost any bytes, so
// what they give is believed only when it reads like Chinese. A few bytes that
// are damaged do not keep a text out.
import { plainMarkdown } from "./markdown.js";

/** Larger files are refused unread. */
export const MAX_BYTES = 8 << 20;

/** @param {Uint8Array} bytes @returns {string|null} null: no text we know how to read */
export function decode(bytes) {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return strict("utf-16le", bytes);
  if (a === 0xfe && b === 0xff) return strict("utf-16be", bytes);
  if (bytes.includes(0)) return ["utf-16le", "utf-16be"].map((encoding) => strict(encoding, bytes)).find((text) => text && plausible(text)) ?? null;
  const utf8 = strict("utf-8", bytes);
  if (utf8 !== null) return utf8;
  const text = strict("gb18030", bytes);
  if (text !== null) return plausible(text) ? text : null;
  return ["utf-8", "gb18030"].map((encoding) => new TextDecoder(encoding).decode(bytes)).find((read) => isWhole(read) && plausible(read)) ?? null;
}

const DAMAGED = 1 / 100; // of the characters, at most

function isWhole(text) {
  return text.split("\ufffd").length - 1 <= DAMAGED * text.length;
}

function strict(encoding, bytes) {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const han = /[\u4e00-\u9fff]/gu;
const readable = /[\p{Script=Latin}\p{Script=Cyrillic}\p{N}\s\u0021-\u007e\u2010-\u2027\u3000-\u303f\uff00-\uffef·“”‘’…—]/gu;
// Half of everything written in Chinese is made of some hundred and fifty
// characters; these are the most frequent. Other encodings read as GB18030
// (Big5, EUC-KR, EUC-JP) give Han characters too, but hardly ever these.
const common = /[的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年同工也能]/gu;
const JUDGED = 100_000; // characters by which a text is judged: the page must not stand still

function plausible(whole) {
  const text = whole.slice(0, JUDGED);
  const size = [...text].length;
  const counted = (pattern) => text.match(pattern)?.length ?? 0;
  const hans = counted(han);
  if (/[\0-\x08\x0e-\x1f]/.test(text)) return false;
  if (hans + counted(readable) < 0.95 * size) return false;
  return hans < 40 || counted(common) >= 0.05 * hans;
}

// What files of other kinds begin with: PDF, RTF, Office before 2007, pages saved as one file.
const OTHERS = ["%PDF-", "{\\rtf", "\xd0\xcf\x11\xe0", "From: <Saved", "MIME-Version"];

export const EXPORTED = /^\ufeff?[0-9a-f]{64} \{"fenghui":"library"/; // restored, not read

/**
 * Bytes as a file for the program; what cannot be read says why.
 * @param {string} name @param {Uint8Array} bytes
 * @returns {import("../engine/protocol.js").ImportFile}
 */
export function textOf(name, bytes) {
  const begin = String.fromCharCode(...bytes.subarray(0, 12));
  if (OTHERS.some((other) => begin.startsWith(other))) return { name, text: "", refused: "other-format" };
  const text = decode(bytes);
  if (text !== null) return EXPORTED.test(text) ? { name, text: "", refused: "export" } : { name, text: /\.(md|markdown)$/i.test(name) ? plainMarkdown(text) : text };
  return { name, text: "", refused: bytes.includes(0) ? "binary" : "undecodable" };
}

/**
 * A file as the program wants it.
 * @param {File} file
 * @returns {Promise<import("../engine/protocol.js").ImportFile>}
 */
export async function readFile(file) {
  if (file.size > MAX_BYTES) return { name: file.name, text: "", refused: "too-large" };
  const bytes = await file.arrayBuffer().then((buffer) => new Uint8Array(buffer), () => null); // null: a folder, or a file that is gone
  return bytes ? textOf(file.name, bytes) : { name: file.name, text: "", refused: "unreadable" };
}
