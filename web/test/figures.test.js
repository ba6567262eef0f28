import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { parse } from "../address/route.js";
import { formatColumns, parseColumns, NAMES, figureAddress, USUAL } from "../figures/columns.js";
import { figures, question } from "../figures/pages.js";
import { csv, json, linkTo } from "../figures/sheet.js";
import { stepsOf, unitOf } from "../figures/words.js";
import { Latest } from "../engine/latest.js";
import { setWords } from "../lang/words.js";
import { fileName } from "../parts/save-file.js";

const web = new URL("../", import.meta.url);
const words = JSON.parse(readFileSync(new URL("lang/en.json", web), "utf8"));
setWords("en", words);
const page = "https://figures.example/fenghui/?embed=1#/figures?kind=money";

const row = {
  document: "2025-a/b", title: "港口，\"北\"", date: "2025-10-09", organisation: "海洋国家联盟", passage: 7, ordinal: 2,
  quote: "超过40亿美元", kind: "money", value: "4000000000", unit: "USD", bound: "over", direction: "level",
  indicator: "甲对乙投资", measure: "investment.flow", measureName: "Direct investment", parties: ["甲", "乙"],
  period: "2024", status: "actual", sentence: [{ text: "说了" }, { text: "超过40亿美元", kind: "figure" }, { text: "。" }],
};

// Reads CSV as RFC 4180 has it.
function parsed(text) {
  const rows = [[]];
  for (const [, comma, , quotedCell, plain] of text.matchAll(/(^|,|(\r\n))(?:"((?:[^"]|"")*)"|([^,\r\n]*))/g)) {
    if (comma !== "," && comma) rows.push([]);
    rows.at(-1).push(quotedCell?.replaceAll('""', '"') ?? plain);
  }
  return rows;
}

test("CSV begins with a mark, ends its lines as the standard has it, and reads back", () => {
  const text = csv([row, { ...row, quote: '他说“好”, "好"\n再来' }], USUAL, "full", page);
  assert.equal(text[0], "\ufeff");
  assert.ok(text.endsWith("\r\n"));
  assert.doesNotMatch(text.replace(/"(?:[^"]|"")*"/g, ""), /[^\r]\n/);
  const [head, first, second] = parsed(text.slice(1));
  const cells = Object.fromEntries(head.map((name, i) => [name, first[i]]));
  assert.equal(cells["As told"], "超过40亿美元");
  assert.equal(cells.Value, "4000000000");
  assert.equal(cells.Unit, "US Dollar");
  assert.equal(cells.Parties, "甲、乙");
  assert.equal(cells.Link, "https://figures.example/fenghui/?embed=1#/read/2025-a%2Fb?p=8&f=3");
  assert.equal(second[0], '他说“好”, "好"\n再来');
  assert.equal(head.length, first.length);
});

test("CSV always has the value in full with its base unit, the sentence and the link", () => {
  const list = [row, { ...row, value: "6600000000000", unit: "CNY", per: "year" }, { ...row, kind: "count", unit: "count", value: "3", max: "5" }];
  const [head, ...cells] = parsed(csv(list, ["quote"], "zh", page).slice(1));
  assert.deepEqual(head, ["As told", "Doubts", "Value in full", "Upper end in full", "Base unit", "Sentence", "Link"]);
  assert.deepEqual(cells.slice(0, 3).map((line) => line.slice(2, 6)), [
    ["4000000000", "", "USD", "说了超过40亿美元。"], ["6600000000000", "", "CNY/year", "说了超过40亿美元。"], ["3", "5", "count", "说了超过40亿美元。"],
  ]);
});

test("the values of a unit are in one step, that of most of them", () => {
  const values = ["29800000000", "6600000000000", "500000000", "-120000000"].map((value) => ({ ...row, unit: "CNY", value }));
  const [head, ...cells] = parsed(csv(values, ["quote", "value"], "zh", page).slice(1));
  assert.deepEqual(cells.slice(0, 4).map((line) => line[head.indexOf("Value")]), ["298", "66000", "5", "-1.2"]);
  assert.equal(new Set(cells.slice(0, 4).map((line) => line[head.indexOf("Unit")])).size, 1);
  const steps = stepsOf([{ kind: "money", unit: "USD", value: "1000000000000" }, { kind: "money", unit: "USD", value: "100000000" }, { kind: "share", unit: "%", value: "50000" }], "zh");
  assert.deepEqual([...steps], [["USD", [8, "亿"]]]);
  assert.equal(unitOf({ unit: "t", per: "year" }), "t/year");
});

const dangerous = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "－1"];
for (const text of dangerous) {
  test(`a cell that begins like ${JSON.stringify(text)} is guarded`, () => {
    const [head, cells] = parsed(csv([{ ...row, quote: text, indicator: text }], USUAL, "full", page).slice(1));
    assert.equal(cells[0], `'${text}`);
    assert.equal(cells[head.indexOf("Indicator")], `'${text}`);
  });
}

test("negative numbers stay numbers where numbers are, and only there", () => {
  const value = (shown, units = "full") => {
    const [head, cells] = parsed(csv([{ ...row, ...shown }], USUAL, units, page).slice(1));
    return cells[head.indexOf("Value")];
  };
  assert.equal(value({ value: "-12.5" }), "-12.5");
  assert.equal(value({ value: "-26000000000" }, "zh"), "-260");
  assert.equal(value({ kind: "date", value: "-0300-01-01" }), "'-0300-01-01");
  assert.equal(value({ value: "1".repeat(40) }), "1".repeat(40));
});

test("JSON has every field, the question, and the links", () => {
  const file = JSON.parse(json([row], { ...parse("#/figures?kind=money&times=1") }, page));
  assert.deepEqual(file.asked, { kind: ["money"], times: true });
  assert.equal(file.total, 1);
  assert.deepEqual(file.figures[0], { ...row, link: linkTo(row, page) });
});

test("a file is named after what is in it, with nothing a file system minds", () => {
  assert.match(fileName(["Measure: 贸易额", 'Words: a/b\\c:*?"<>|', "值：>100"], "csv"), /^fenghui-figures_Measure-贸易额_Words-a-b-c_值-100_\d{4}-\d\d-\d\d\.csv$/);
  assert.ok([...fileName(["长".repeat(500)], "json")].length < 110);
});

test("columns come from the address in their own order, the quotation always", () => {
  assert.deepEqual(parseColumns(""), USUAL);
  assert.deepEqual(parseColumns("value,indicator"), ["quote", "value", "indicator"]);
  assert.deepEqual(parseColumns("nonsense"), USUAL);
  assert.equal(formatColumns(USUAL), "");
  assert.deepEqual(parseColumns(formatColumns(NAMES)), NAMES);
});

test("a figure has one place", () => {
  assert.deepEqual({ ...parse(figureAddress(row)) }, { ...parse("#/read/2025-a%2Fb?p=8&f=3") });
});

test("a question leaves out what is not set", () => {
  assert.deepEqual(question(parse("#/figures?kind=money&doubtful=1&sort=-value&n=100&units=full")), { kind: ["money"], doubtful: true, sort: "-value", language: "en" });
});

// A program with so many figures.
function program(total) {
  const seen = [];
  const request = async (op, { offset, limit }) => {
    seen.push([offset, limit]);
    return { total, all: total, figures: Array.from({ length: Math.max(0, Math.min(limit, 1000, total - offset)) }, (_, i) => offset + i) };
  };
  return { seen, request };
}

test("many figures are asked for a thousand at a time", async () => {
  const session = program(2500);
  const got = [];
  const answer = await figures(session, {}, { wanted: Infinity, got: (done, total) => got.push([done, total]) });
  assert.equal(answer.figures.length, 2500);
  assert.equal(new Set(answer.figures).size, 2500);
  assert.deepEqual(session.seen, [[0, 1000], [1000, 1000], [2000, 1000]]);
  assert.deepEqual(got, [[1000, 2500], [2000, 2500], [2500, 2500]]);
});

test("no more is asked for than is wanted, or than there is", async () => {
  const few = program(30);
  assert.equal((await figures(few, {}, { wanted: 50 })).figures.length, 30);
  assert.deepEqual(few.seen, [[0, 50]]);
  const some = program(3000);
  assert.deepEqual((await figures(some, {}, { offset: 50, wanted: 50 })).figures.at(-1), 99);
  assert.deepEqual(some.seen, [[50, 50]]);
  const none = program(0);
  assert.deepEqual((await figures(none, {}, { wanted: Infinity })).figures, []);
});

test("of two questions only the later one is answered, and the earlier one is stopped", async () => {
  const latest = new Latest();
  let first;
  const signals = [];
  const early = latest.ask((signal) => (signals.push(signal), new Promise((resolve, reject) => (first = { resolve, reject }))));
  const late = latest.ask(async (signal) => (signals.push(signal), "late"));
  first.reject(new Error("stopped"));
  assert.deepEqual([await early, await late], [null, "late"]);
  assert.deepEqual(signals.map((signal) => signal.aborted), [true, false]);
  await assert.rejects(latest.ask(async () => { throw new Error("failed"); }), { message: "failed" });
});

test("every column, field and unit of a spreadsheet has words", () => {
  for (const column of NAMES) assert.ok(`figures.column.${column}` in words, column);
  const fields = parsed(csv([{ ...row, by: "2", to: "1", speech: "direct", per: "year" }], NAMES, "full", page).slice(1))[0];
  assert.deepEqual(fields.filter((field) => field.startsWith("⟦")), []);
});
