import assert from "node:assert/strict";
import test from "node:test";
import { deflateRawSync } from "node:zlib";
import { clean, MAX_FILES, sourcesOf } from "../import/sources.js";
import { entriesOf } from "../import/zip.js";

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n;
});
const crc32 = (data) => (data.reduce((c, byte) => table[(c ^ byte) & 255] ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;
const words = (view) => Buffer.from(view.buffer);

function fields(...list) {
  const view = new DataView(new ArrayBuffer(list.reduce((n, [size]) => n + size, 0)));
  let at = 0;
  for (const [size, value] of list) {
    if (size === 2) view.setUint16(at, value, true);
    if (size === 4) view.setUint32(at, value, true);
    if (size === 8) view.setBigUint64(at, BigInt(value), true);
    at += size;
  }
  return words(view);
}

// A zip of {name, data}, which may be deflated already (ready); flags, method, crc, size and packed may be said otherwise than they are.
// wide: its sizes and place stand in eight bytes each, as those of large files; beyond: so do these of count, size and at at the zip's end.
function zip(files, { comment = "", beyond = [] } = {}) {
  const parts = [];
  const list = [];
  let at = 0;
  for (const { name, data = "", flags = 0, method = 8, ready = false, link = false, wide = false, ...said } of files) {
    const content = Buffer.from(data);
    const packed = method === 8 && !ready ? deflateRawSync(content) : content;
    const path = typeof name === "string" ? Buffer.from(name) : Buffer.from(name);
    const { crc = crc32(content), size = content.length, length = packed.length } = said;
    const told = [[2, 20], [2, flags], [2, method], [4, 0], [4, crc], [4, length], [4, size], [2, path.length], [2, 0]];
    const local = Buffer.concat([fields([4, 0x04034b50], ...told), path, packed]);
    const [head, tail, extra] = wide
      ? [[...told.slice(0, 5), [4, 0xffffffff], [4, 0xffffffff], [2, path.length], [2, 28]], 0xffffffff, fields([2, 1], [2, 24], [8, size], [8, length], [8, at])]
      : [told, at, ""];
    list.push(Buffer.concat([fields([4, 0x02014b50], [2, link ? 0x0314 : 20], ...head, [2, 0], [2, 0], [2, 0], [4, link ? 0xa1ff0000 : 0], [4, tail]), path, Buffer.from(extra)]));
    parts.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(list);
  const small = (name, value, most) => (beyond.includes(name) ? most : value);
  const count = small("count", files.length, 0xffff);
  const end = fields([4, 0x06054b50], [4, 0], [2, count], [2, count], [4, small("size", directory.length, 0xffffffff)], [4, small("at", at, 0xffffffff)], [2, comment.length]);
  const whole = fields([4, 0x06064b50], [8, 44], [2, 45], [2, 45], [4, 0], [4, 0], [8, files.length], [8, files.length], [8, directory.length], [8, at]);
  const locator = fields([4, 0x07064b50], [4, 0], [8, at + directory.length], [4, 1]);
  return new Blob([...parts, directory, ...(beyond.length > 0 ? [whole, locator] : []), end, comment]);
}

const given = (blob, path = "all.zip") => ({ path, chosen: true, file: async () => blob });

async function taken(...all) {
  const { sources, left } = await sourcesOf(all);
  const files = [];
  for (const source of sources) {
    const { name, text, refused } = await source.read();
    files.push([name, refused ?? text, ...source.remarks.map(({ code }) => code)].join(" "));
  }
  return left > 0 ? [...files, `left ${left}`] : files;
}

test("texts in a zip, deflated and stored, in folders", async () => {
  const files = [{ name: "报道/一.txt", data: "港口" }, { name: "link.txt", data: "/elsewhere.txt", link: true }, { name: "报道/", method: 0 }, { name: "二.md", data: "渔业", method: 0 }, { name: "c.html", data: "<p>" }];
  assert.deepEqual(await taken(given(zip(files))), ["一.txt 港口", "二.md 渔业", "c.html <p>"]);
  assert.deepEqual(await taken(given(zip(files, { comment: "PK\x05\x06 and more" }))), ["一.txt 港口", "二.md 渔业", "c.html <p>"]);
});

test("a zip of more entries or bytes than its usual end can tell", async () => {
  const files = [{ name: "一.txt", data: "港口", wide: true }, { name: "二.txt", data: "渔业" }];
  for (const beyond of [["count"], ["size"], ["at"], ["count", "size", "at"]]) {
    assert.deepEqual(await taken(given(zip(files, { beyond }))), ["一.txt 港口", "二.txt 渔业"], beyond.join());
  }
});

test("names in the encoding of another system", async () => {
  assert.deepEqual(await taken(given(zip([{ name: [0xb1, 0xa8, 0xb5, 0xc0, 0x2e, 0x74, 0x78, 0x74], data: "a" }]))), ["报道.txt a"]);
});

test("tricks with names leave the name", async () => {
  const names = ["../../etc/passwd.txt", "C:\\Windows\\b.txt", "/c.txt", "d\u202et\u061cxt.txt", "e\n.txt", "..", "f/../g.txt"];
  const cleaned = ["passwd.txt", "b.txt", "c.txt", "dtxt.txt", "e.txt", "unnamed.txt", "g.txt"];
  assert.deepEqual(await taken(given(zip(names.map((name) => ({ name, data: "a" }))))), cleaned.map((name) => `${name} a name-cleaned`));
  assert.equal(clean("x".repeat(500)).name.length, 120);
});

test("what nobody put there is passed over, other kinds are named", async () => {
  const names = ["__MACOSX/._a.txt", ".DS_Store", "x/.git/config", "Thumbs.db", "a.txt", "b.jpg", "c.zip", "d.pdf", "noext"];
  assert.deepEqual(await taken(given(zip(names.map((name) => ({ name, data: "a" }))))),
    ["a.txt a", "b.jpg other-format", "c.zip nested", "d.pdf other-format", "noext a"]);
});

test("bombs and damage refuse one entry, and the rest goes on", async () => {
  const files = [
    { name: "a.txt", data: "a" },
    { name: "large.txt", data: "a".repeat(9 << 20) },
    { name: "liar.txt", data: "a".repeat(9 << 20), size: 10 },
    { name: "tight.txt", data: "a".repeat(4 << 20) },
    { name: "locked.txt", data: "a", flags: 1 },
    { name: "odd.txt", data: "a", method: 12 },
    { name: "sum.txt", data: "a", crc: 1 },
    { name: "short.txt", data: "abcdefghijklmnopqrstuvwxyz", length: 5 },
    { name: "z.txt", data: "z" },
  ];
  assert.deepEqual(await taken(given(zip(files))), ["a.txt a", "large.txt too-large", "liar.txt too-large", "tight.txt zip-ratio",
    "locked.txt encrypted", "odd.txt zip-method", "sum.txt zip-damaged", "short.txt zip-damaged", "z.txt z"]);
});

test("all zips together inflate to so much and no more", async () => {
  const data = Array.from({ length: 8 << 20 }, (_, i) => String.fromCharCode(97 + ((i * i + (i >> 7)) % 26))).join("");
  const files = await taken(given(zip(Array.from({ length: 35 }, (_, i) => ({ name: `${i}.txt`, data, method: 0 })))));
  assert.equal(files.filter((file) => file.endsWith("zip-total")).length, 3);
});

test("what was inflated in vain counts too", async () => {
  const bomb = deflateRawSync(Buffer.alloc(9 << 20, "a"));
  const liar = { name: "a.txt", data: bomb, ready: true, crc: 1, size: 10 };
  const told = await taken(given(zip([...Array(40).fill(liar), { name: "z.txt", data: "z" }])));
  assert.deepEqual([told.filter((file) => file.endsWith("too-large")).length, told.at(-1)], [32, "z.txt zip-total"]);
});

test("more files than can be", async () => {
  const many = Array.from({ length: 60_000 }, (_, i) => ({ name: `${i}.txt`, data: "", method: 0 }));
  const { sources, left } = await sourcesOf([given(zip(many)), ...many.slice(0, 40_000).map(({ name }) => given(new Blob(), name))]);
  assert.deepEqual([sources.length, left], [MAX_FILES, 90_000]);
});

test("a .docx gives its text, another zip does not", async () => {
  const docx = zip([{ name: "[Content_Types].xml" }, { name: "word/document.xml", data: "<w:document/>" }]);
  assert.deepEqual(await taken(given(docx, "a.docx")), ["a.docx <w:document/>"]);
  assert.deepEqual(await taken(given(zip([{ name: "in/a.docx", data: Buffer.from(await docx.arrayBuffer()) }]))), ["a.docx <w:document/>"]);
  assert.deepEqual(await taken(given(zip([{ name: "[Content_Types].xml" }, { name: "word/document2.xml", data: "<w:document/>" }]), "a.docx")), ["a.docx <w:document/>"]);
  assert.deepEqual(await taken(given(zip([{ name: "word/document.xml", data: " ".repeat(4 << 20) }]), "a.docx")), ["a.docx zip-ratio"]);
  assert.deepEqual(await taken(given(zip([{ name: "[Content_Types].xml" }, { name: "xl/workbook.xml" }]), "a.xlsx")), ["a.xlsx other-format"]);
  assert.deepEqual(await taken(given(zip([{ name: "x" }]), "a.docx")), ["a.docx nested"]);
  assert.deepEqual(await taken(given(zip([]), "a.docx")), ["a.docx zip-damaged"]);
});

test("an export too large to be read is told as what it is", async () => {
  const begin = `${"0".repeat(64)} {"fenghui":"library","version":1}\n`;
  assert.deepEqual(await taken(given(new Blob([begin, "x".repeat(9 << 20)]), "all.fenghui"), given(new Blob(["x".repeat(9 << 20)]), "b.txt")), ["all.fenghui export", "b.txt too-large"]);
});

test("what is no zip", async () => {
  for (const content of ["", "PK", "PK\x05\x06", "nothing of the kind".repeat(9000)]) {
    assert.deepEqual(await taken(given(new Blob([content]))), ["all.zip zip-damaged"]);
  }
  const gone = { path: "b.zip", file: () => Promise.reject(new Error("gone")) };
  assert.deepEqual(await taken(gone, { path: "c.txt", chosen: true, file: gone.file }), ["b.zip unreadable", "c.txt unreadable"]);
});

// A fixed seed: what is found once is found again.
test("a zip with any bytes changed never does more than refuse", async () => {
  const whole = Buffer.from(await zip([{ name: "一.txt", data: "港口".repeat(40) }, { name: "b.docx", data: "x", method: 0 }]).arrayBuffer());
  let seed = 1;
  const random = (n) => (seed = (seed * 48271) % 0x7fffffff) % n;
  for (let round = 0; round < 1500; round++) {
    const bytes = Buffer.from(whole.subarray(0, random(8) ? whole.length : random(whole.length)));
    for (let k = random(6); k >= 0 && bytes.length > 0; k--) bytes[random(bytes.length)] = random(3) ? random(256) : [0, 255, 0x50][random(3)];
    const { sources } = await sourcesOf([given(new Blob([bytes]))]);
    for (const source of sources) assert.equal(typeof (await source.read()).text, "string");
    await entriesOf(new Blob([bytes]), 10).catch((error) => assert.match(error.code ?? "", /^zip-/, String(error.stack)));
  }
});
