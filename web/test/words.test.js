import assert from "node:assert/strict";
import test from "node:test";
import { dates } from "../lang/kazakh.js";
import { LANGUAGES } from "../lang/languages.js";
import { date, loadWords, moreWords, setWords, size, t } from "../lang/words.js";
import { files, modules, read } from "./modules.js";

const tables = Object.fromEntries(Object.keys(LANGUAGES).map((lang) => [lang, JSON.parse(read(`lang/${lang}.json`))]));
const form = /\.(one|few|other)$/; // of a word that is there without it as well
const stem = (table, key) => (key.replace(form, "") in table ? key.replace(form, "") : key);
const plain = (table) => Object.keys(table).filter((key) => stem(table, key) === key).sort();
const placeholders = (word) => (word.match(/\{\w+\}/g) ?? []).sort();

test("every language has the words of every other", () => {
  for (const table of Object.values(tables)) assert.deepEqual(plain(table), plain(tables.zh));
});

test("a word has the same placeholders in every language, and for one as for many", () => {
  for (const table of Object.values(tables)) {
    for (const [key, word] of Object.entries(table)) {
      assert.deepEqual(placeholders(word), placeholders(tables.zh[stem(table, key)]), key);
    }
  }
});

test("a language that tells few from many does so wherever one is told from many", () => {
  const told = Object.keys(tables.en).filter((key) => key.endsWith(".one")).map((key) => key.slice(0, -4));
  const invariable = (key) => key.startsWith("unit."); // abbreviations
  for (const lang of Object.keys(LANGUAGES)) {
    const forms = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
    if (!forms.includes("few")) continue;
    for (const key of told.filter((key) => !invariable(key))) {
      for (const needed of ["one", "few"]) assert.ok(`${key}.${needed}` in tables[lang], `${lang}: ${key}.${needed}`);
    }
  }
});

test("no word is told twice in a language", () => {
  for (const lang of Object.keys(LANGUAGES)) {
    const keys = [...read(`lang/${lang}.json`).matchAll(/^\s*"([^"]+)":/gm)].map((match) => match[1]);
    assert.deepEqual(keys.filter((key, at) => keys.indexOf(key) !== at), []);
    assert.equal(keys.length, Object.keys(tables[lang]).length);
  }
});

test("every language file is a language offered", () => {
  assert.deepEqual(files("lang").filter((name) => name.endsWith(".json")).sort(), Object.keys(LANGUAGES).map((lang) => `lang/${lang}.json`).sort());
});

// Words are asked for as t("key"), or t(`family.${value}`) for a family.
const source = modules.map(read).join("\n");

test("every word asked for is there", () => {
  const asked = [...source.matchAll(/\bt\(\s*(?:[^"`(),]+\? )?"([\w.-]+)"/g)].map((match) => match[1]);
  assert.ok(asked.length > 60);
  for (const key of asked) assert.ok(key in tables.zh, key);
});

test("every family asked for has words, and none is left over", () => {
  const families = [...source.matchAll(/`([\w.]+\.)\$\{/g)].map((match) => match[1]);
  const quoted = new Set([...source.matchAll(/"([\w-]+(?:\.[\w-]+)+)"/g)].map((match) => match[1]));
  const known = (key) => quoted.has(key) || families.some((family) => key.startsWith(family)) || key.startsWith("overview.");
  for (const family of families.filter((name) => !/^(v|lang|read)/.test(name))) {
    assert.ok(plain(tables.zh).some((key) => key.startsWith(family)), family);
  }
  assert.deepEqual(plain(tables.zh).filter((key) => !known(key)), []);
});

// The lists stand in the comments of protocol.go, which protocol.js carries.
test("every code of the protocol has words", () => {
  const protocol = read("engine/protocol.js");
  const codes = (type, property) => {
    const body = protocol.slice(protocol.indexOf(`@typedef {Object} ${type}\n`));
    return body.match(new RegExp(`\\[?${property}\\]? - ([^:;\\n]+)`))[1].trim().split(/\s+/);
  };
  const families = {
    notice: codes("Notice", "code"), stage: codes("Progress", "stage"), ignored: codes("Ignored", "reason"),
    refused: codes("ImportResult", "reason"), import: codes("ImportResult", "status"), kind: codes("DocumentHead", "kind"),
    "search.relaxed": codes("Relaxed", "without"), "since.verdict": codes("MovedIndicator", "verdict").concat(codes("FateOfAim", "verdict")), "since.moved": codes("MovedIndicator", "verdict"),
    "since.aim": codes("FateOfAim", "verdict"), "since.proposal": codes("FateOfProposal", "verdict"),
  };
  for (const [family, values] of Object.entries(families)) {
    for (const value of values) assert.ok(`${family}.${value}` in tables.zh, `${family}.${value}`);
  }
  for (const [, code] of protocol.split("ErrorCode")[1].split("});")[0].matchAll(/: "([\w-]+)"/g)) {
    assert.ok(`error.${code}` in tables.zh, code);
  }
});

test("fills placeholders, tells one from many, and shows a missing word", () => {
  setWords("en", { "a": "{count} things", "a.one": "{count} thing", "b": "{x} of {y}" });
  assert.equal(t("a", { count: 1 }), "1 thing");
  assert.equal(t("a", { count: 1234 }), "1,234 things");
  assert.equal(t("a", { count: "2" }), "2 things");
  assert.equal(t("b", { x: "$&", y: 2500 }), "$& of 2,500");
  assert.equal(t("c"), "⟦c⟧");
  setWords("ru", { "a": "{count} лет", "a.one": "{count} год", "a.few": "{count} года", "a.other": "{count} года" });
  assert.deepEqual([1, 3, 5, 11, 21, 1.5].map((count) => t("a", { count })), ["1 год", "3 года", "5 лет", "11 лет", "21 год", "1,5 года"]);
});

test("writes dates and sizes as the language does", () => {
  setWords("zh", {});
  assert.equal(date("2025-10-07"), "2025年10月7日");
  assert.equal(date("soon"), "soon");
  setWords("en", {});
  assert.equal(date("2025-10-07"), "7 October 2025");
  setWords("ru", {});
  assert.equal(date("2025-10-07"), "7 октября 2025 г.");
  assert.equal(size(1500), "1,5 кБ");
  setWords("kk", {}, dates);
  assert.equal(date("2025-10-07"), "2025 ж. 7 қазан");
  assert.equal(size(1500), "1,5 кБ");
  setWords("en", {});
  assert.deepEqual([0, 999, 1500, 15000, 2.5e6].map(size), ["0 B", "999 B", "1.5 kB", "15 kB", "2.5 MB"]);
});

test("words a page does not begin with come when they are asked for, and in every language from then on", async () => {
  const asked = []; // [address, answer]
  globalThis.fetch = (address) => new Promise((answer) => asked.push([address.href.match(/lang\/(.*)\.json/)[1], answer]));
  const settled = () => new Promise((done) => setTimeout(done));
  const send = async (name, words) => {
    const [found] = asked.splice(asked.findIndex(([address]) => address === name), 1);
    assert.equal(found[0], name);
    found[1](words ? { ok: true, json: async () => words } : { ok: false, status: 404 });
    await settled();
  };
  loadWords("zh");
  await send("zh", { a: "甲" });
  assert.deepEqual([t("a"), t("b")], ["甲", "⟦b⟧"]);

  const lost = assert.rejects(moreWords(), { code: "no-view" });
  await send("zh-rest", null);
  await lost;
  const come = moreWords();
  const again = moreWords();
  await send("zh-rest", { b: "乙" });
  await Promise.all([come, again]);
  assert.deepEqual([t("a"), t("b"), asked.length], ["甲", "乙", 0]);

  loadWords("en");
  await send("en", { a: "A" });
  assert.equal(t("a"), "甲"); // until all is there
  await send("en-rest", { b: "B" });
  assert.deepEqual([t("a"), t("b"), asked.length], ["A", "B", 0]);
});
