// Reads what a zip file lists. Nothing it says of itself is believed.
import { inflated, view, ZipError } from "./inflate.js";

const ENTRY = 0x02014b50;
const END = 0x06054b50;
const END64 = 0x06064b50;
const UNIX = 3; // where an entry may be a link
const LINK = 0xa;
const LONGEST_END = 22 + 0xffff; // bytes: the end of a zip with the longest comment
const MOST_LISTED = 32 << 20; // bytes of the list of entries

/**
 * @typedef {Object} Entry
 * @property {string} path as the zip has it
 * @property {number} packed bytes
 * @property {number} size bytes when inflated, as the zip says
 * @property {boolean} folder or a link to something that is not in the zip
 * @property {(limit: number) => Promise<Uint8Array>} read throws a ZipError, also past limit bytes
 */

/**
 * The entries of a zip, at most so many of them.
 * @param {Blob} blob @param {number} most
 * @returns {Promise<{entries: Entry[], count: number}>} count: as many as there are
 */
export async function entriesOf(blob, most) {
  const { at, size, count } = await endOf(blob);
  if (at + size > blob.size) throw new ZipError("zip-damaged");
  const list = await view(blob, at, Math.min(size, MOST_LISTED));
  const entries = [];
  for (let i = 0; entries.length < Math.min(count, most) && i + 46 <= list.byteLength; ) {
    if (list.getUint32(i, true) !== ENTRY) throw new ZipError("zip-damaged");
    const [named, extra, noted] = [28, 30, 32].map((field) => list.getUint16(i + field, true));
    if (i + 46 + named + extra > list.byteLength) break;
    entries.push(entry(blob, list, i, named, extra));
    i += 46 + named + extra + noted;
  }
  if (entries.length === 0 && count > 0) throw new ZipError("zip-damaged");
  return { entries, count };
}

// Where the list of entries lies; in large zips another end tells, before this one.
async function endOf(blob) {
  const from = Math.max(0, blob.size - LONGEST_END);
  const tail = await view(blob, from, LONGEST_END);
  for (let i = tail.byteLength - 22; i >= 0; i--) {
    if (tail.getUint32(i, true) !== END) continue;
    const [count, size, at] = [tail.getUint16(i + 10, true), tail.getUint32(i + 12, true), tail.getUint32(i + 16, true)];
    if (count !== 0xffff && size !== 0xffffffff && at !== 0xffffffff) return { at, size, count };
    return end64(blob, i >= 20 ? large(tail, i - 20 + 8) : 0);
  }
  throw new ZipError("zip-damaged");
}

async function end64(blob, at) {
  const end = await view(blob, at, 56);
  if (end.byteLength < 56 || end.getUint32(0, true) !== END64) throw new ZipError("zip-damaged");
  return { count: large(end, 32), size: large(end, 40), at: large(end, 48) };
}

const large = (data, at) => Number(data.getBigUint64(at, true));

function entry(blob, list, i, named, extra) {
  const [flags, method] = [list.getUint16(i + 8, true), list.getUint16(i + 10, true)];
  const [crc, packed, size, at] = [16, 20, 24, 42].map((field) => list.getUint32(i + field, true));
  const link = list.getUint8(i + 5) === UNIX && list.getUint16(i + 40, true) >> 12 === LINK;
  const path = pathOf(new Uint8Array(list.buffer, i + 46, named));
  const where = { crc, packed, size, at };
  sizes64(list, i + 46 + named, extra, where);
  const read = (limit) => (flags & 1 ? Promise.reject(new ZipError("encrypted")) : inflated(blob, method, where, limit));
  return { path, packed: where.packed, size: where.size, folder: path.endsWith("/") || link, read };
}

// Names are UTF-8, or what the system that wrote the zip was set to.
function pathOf(bytes) {
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // the next
    }
  }
  return new TextDecoder("latin1").decode(bytes);
}

// What does not fit into four bytes stands in an extra field of kind 1.
function sizes64(list, at, length, where) {
  for (const end = at + length; at + 4 <= end; at += 4 + list.getUint16(at + 2, true)) {
    if (list.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    for (const field of ["size", "packed", "at"]) {
      if (where[field] !== 0xffffffff || next + 8 > end) continue;
      where[field] = large(list, next);
      next += 8;
    }
  }
}
