import assert from "node:assert/strict";
import test from "node:test";
import { decode, MAX_BYTES, readFile, textOf } from "../import/decode.js";

const bytes = (...list) => Uint8Array.from(list.flat(Infinity));
const utf16 = (text, little) => [...text].flatMap((c) => (little ? [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8] : [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255]));

// Every two-byte code of GB18030, by character: an encoder to test with.
const gb = new Map();
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    if (trail !== 0x7f) gb.set(new TextDecoder("gb18030").decode(bytes(lead, trail)), [lead, trail]);
  }
}
const gb18030 = (text) => bytes([...text].map((c) => (c < "\x80" ? c.charCodeAt(0) : gb.get(c))));

const chinese = "会议在首都举行，各国领导人讨论了贸易和运输问题。发言人说，去年的贸易额超过 40 亿美元，这是一个很大的进步，我们要在三年内再翻一番。";

test("UTF-8, with a mark and without", () => {
  const plain = new TextEncoder().encode(chinese);
  assert.equal(decode(plain), chinese);
  assert.equal(decode(bytes(0xef, 0xbb, 0xbf, [...plain])), chinese);
  assert.equal(decode(bytes()), "");
});

test("UTF-16 with a mark, either way round", () => {
  assert.equal(decode(bytes(0xff, 0xfe, utf16(chinese, true))), chinese);
  assert.equal(decode(bytes(0xfe, 0xff, utf16(chinese, false))), chinese);
});

test("UTF-16 without a mark, when it reads like Chinese", () => {
  assert.equal(decode(bytes(utf16(chinese, true))), chinese);
  assert.equal(decode(bytes(utf16(chinese, false))), chinese);
});

test("GB18030, long and short", () => {
  assert.equal(decode(gb18030(chinese)), chinese);
  assert.equal(decode(gb18030("贸易额")), "贸易额");
  assert.equal(decode(gb18030("Тоқаев".replace("қ", "к") + "：你好。")), "Токаев：你好。");
});

test("bytes that are no text are refused", () => {
  let seed = 1;
  const random = () => (seed = (seed * 48271) % 0x7fffffff) & 255;
  for (let i = 0; i < 50; i++) assert.equal(decode(Uint8Array.from({ length: 500 }, random)), null);
  assert.equal(decode(bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d)), null);
});

// Read as GB18030, Korean in EUC-KR gives Han characters only, all of them common enough to be in any font.
test("an exported library is no article", () => {
  const line = `${"0".repeat(64)} {"fenghui":"library","version":1}`;
  assert.equal(textOf("a.fenghui", new TextEncoder().encode(line)).refused, "export");
  assert.equal(textOf("a.txt", new TextEncoder().encode(`of ${line}`)).refused, undefined);
});

test("another encoding that GB18030 would accept is refused", () => {
  const korean = bytes(Array.from({ length: 200 }, (_, i) => [0xb0 + ((i * 7) % 25), 0xa1 + ((i * 31) % 94)]));
  assert.notEqual(new TextDecoder("gb18030", { fatal: true }).decode(korean), "");
  assert.equal(decode(korean), null);
});

const file = (name, data, size = data.length) => ({ name, size, arrayBuffer: async () => Uint8Array.from(data).buffer });

test("a file is read, or says why not", async () => {
  assert.deepEqual(await readFile(file("a.txt", [0x61])), { name: "a.txt", text: "a" });
  assert.deepEqual(await readFile(file("b.bin", [0xff, 0xff, 0xff])), { name: "b.bin", text: "", refused: "undecodable" });
  const folder = { name: "c", size: 4096, arrayBuffer: () => Promise.reject(new Error("not a file")) };
  assert.deepEqual(await readFile(folder), { name: "c", text: "", refused: "unreadable" });
});

test("a file that is too large is not read at all", async () => {
  const large = { name: "d.txt", size: MAX_BYTES + 1, arrayBuffer: () => assert.fail("it was read") };
  assert.deepEqual(await readFile(large), { name: "d.txt", text: "", refused: "too-large" });
});

test("a few bytes that are damaged do not keep a text out", () => {
  const long = chinese.repeat(4);
  for (const whole of [new TextEncoder().encode(long), gb18030(long)]) {
    const damaged = Uint8Array.from(whole);
    damaged[101] = 0xff;
    const text = decode(damaged);
    assert.ok(text.includes("\ufffd") && text.endsWith(chinese), text);
    assert.ok(decode(whole.subarray(0, whole.length - 2)).startsWith(chinese)); // cut off within a character
    for (let at = 0; at < damaged.length; at += 20) damaged[at] = 0xff;
    assert.equal(decode(damaged), null);
  }
});

test("a page saved as one file is not taken for a text", () => {
  assert.equal(textOf("a.mhtml", new TextEncoder().encode("From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n\r\n=E4")).refused, "other-format");
});

test("of Markdown the words without their marks", () => {
  const said = "---\ntitle: **x**\n---\n# 题\n**小标题**\n渔业**公报**`见`[这里](http://a.b/c)，![图](d.png)3\\*4。\n\n> 引语。\n\n| 鱼 | 吨 |\n|---|--:|\n| 虾 | 3 |\n```\na **b**\n```\n2 ** 3\n";
  const seen = "---\ntitle: **x**\n---\n# 题\n**小标题**\n渔业公报见这里，3*4。\n\n引语。\n\n鱼 吨\n虾 3\na **b**\n2 ** 3\n";
  assert.equal(textOf("a.MD", new TextEncoder().encode(said)).text, seen);
  assert.equal(textOf("a.txt", new TextEncoder().encode(said)).text, said);
  const record = "---\nid: x\ntitle: **x**\n---\n\n**a** {¶1}\n";
  assert.equal(textOf("a.md", new TextEncoder().encode(record)).text, record);
  for (const unit of ["[", "](", "**", "|", "> ", "![x](", "\\"]) {
    assert.ok(textOf("a.md", new TextEncoder().encode(unit.repeat(200_000) + "渔业")).text.endsWith("渔业"), unit);
  }
});
