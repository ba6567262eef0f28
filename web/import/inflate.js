// Reads one entry of a zip, inflated by the browser. No more is ever inflated
// than was asked for, and what comes out must have the checksum it should.

const LOCAL = 0x04034b50;

/** What is wrong with a zip or an entry: a code, the last part of "refused.CODE". */
export class ZipError extends Error {
  /** @param {string} code @param {number} inflated bytes, in vain */
  constructor(code, inflated = 0) {
    super(code);
    this.code = code;
    this.inflated = inflated;
  }
}

/** @param {Blob} blob @param {number} at @param {number} size @returns {Promise<DataView>} shorter where the blob ends */
export async function view(blob, at, size) {
  return new DataView(await blob.slice(at, at + size).arrayBuffer());
}

/** Whether bytes begin as a zip does. @param {Uint8Array} bytes */
export function isZip(bytes) {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));
}

/**
 * @param {Blob} blob the zip
 * @param {number} method 0 stored, 8 deflated
 * @param {{crc: number, packed: number, size: number, at: number}} where
 * @param {number} limit bytes, beyond which it is refused
 * @returns {Promise<Uint8Array>}
 */
export async function inflated(blob, method, { crc, packed, size, at }, limit) {
  if (size > limit) throw new ZipError("too-large");
  if (method !== 0 && method !== 8) throw new ZipError("zip-method");
  const head = await view(blob, at, 30);
  if (head.byteLength < 30 || head.getUint32(0, true) !== LOCAL) throw new ZipError("zip-damaged");
  const from = at + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  const stream = blob.slice(from, from + packed).stream();
  const bytes = await atMost(method === 0 ? stream : stream.pipeThrough(new DecompressionStream("deflate-raw")), limit);
  if (crc32(bytes) !== crc) throw new ZipError("zip-damaged", bytes.length);
  return bytes;
}

/** All of a stream, unless it is more than limit bytes. */
async function atMost(stream, limit) {
  const parts = [];
  let size = 0;
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      parts.push(next.value);
      size += next.value.length;
      if (size > limit) throw new ZipError("too-large", size);
    }
  } catch (error) {
    reader.cancel().catch(() => {});
    throw error instanceof ZipError ? error : new ZipError("zip-damaged", size);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n;
});

function crc32(bytes) {
  let c = 0xffffffff;
  for (const byte of bytes) c = CRC[(c ^ byte) & 0xff] ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}
