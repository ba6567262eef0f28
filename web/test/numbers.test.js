import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { dates } from "../lang/kazakh.js";
import { amount, bare, bound, doubts, doubtSentence, qualifiedAmount, unitName, stepsOf } from "../figures/words.js";
import { grouped, isDecimal, ordinal, scaled, shifted } from "../lang/numbers.js";
import { isOver } from "../parts/past-dates.js";
import { period } from "../lang/periods.js";
import { setWords } from "../lang/words.js";

const words = (lang) => JSON.parse(readFileSync(new URL(`../lang/${lang}.json`, import.meta.url), "utf8"));
const speak = (lang) => setWords(lang, words(lang));
const spaced = (text) => text.replaceAll(/\s/g, " ");
const forty = "1234567890123456789012345678901234567890";

test("decimals are told from anything else", () => {
  for (const text of ["0", "-1", "1.50", forty]) assert.ok(isDecimal(text), text);
  for (const text of ["", undefined, null, "1e9", "2025-11-12", "=1", "1,000", ".5", "5.", "+1"]) assert.ok(!isDecimal(text), text);
});

const groups = {
  "0": "0", "7": "7", "999": "999", "1000": "1,000", "-1000": "−1,000", "-0.5": "−0.5", "1234567.089": "1,234,567.089",
  "33.3333": "33.3333", "0.000000000000000000000000000001": "0.000000000000000000000000000001",
  [forty]: "1,234,567,890,123,456,789,012,345,678,901,234,567,890",
  [`${forty}.01`]: "1,234,567,890,123,456,789,012,345,678,901,234,567,890.01",
};

for (const [text, want] of Object.entries(groups)) {
  test(`groups ${text}`, () => {
    for (const lang of ["zh", "en"]) {
      speak(lang);
      assert.equal(grouped(text), want);
    }
  });
}

const shifts = [
  ["1500000000000", 12, "1.5"], ["4000000000", 8, "40"], ["1", 4, "0.0001"], ["0", 8, "0"], ["-250", 2, "-2.5"], ["12.5", 1, "1.25"],
  ["100", 0, "100"], ["100.10", 0, "100.1"], [forty, 12, "1234567890123456789012345678.90123456789"], ["10000", 4, "1"],
];
for (const [text, power, want] of shifts) test(`${text} by 10^${power}`, () => assert.equal(shifted(text, power), want));

const units = [
  ["1500000000000", "", "1.5万亿", "1.5tn", "1,500,000,000,000"],
  ["4000000000", "", "40亿", "4bn", "4,000,000,000"],
  ["63000000", "", "6300万", "63m", "63,000,000"],
  ["123456789", "", "1.23456789亿", "123.456789m", "123,456,789"],
  ["9999", "", "9999", "9,999", "9,999"],
  ["10000", "", "1万", "10,000", "10,000"],
  ["999999", "", "99.9999万", "999,999", "999,999"],
  ["0", "", "0", "0", "0"],
  ["0.5", "", "0.5", "0.5", "0.5"],
  ["-26000000000", "", "−260亿", "−26bn", "−26,000,000,000"],
  ["2000000000", "3000000000", "20–30亿", "2–3bn", "2,000,000,000–3,000,000,000"],
  ["50000000", "200000000", "0.5–2亿", "50–200m", "50,000,000–200,000,000"],
  ["800000000", "1200000000", "8–12亿", "0.8–1.2bn", "800,000,000–1,200,000,000"],
  [forty, "", "1,234,567,890,123,456,789,012,345,678.90123456789万亿", "1,234,567,890,123,456,789,012,345,678.90123456789tn", groups[forty]],
];
for (const [value, max, zh, en, full] of units) {
  test(`${value}${max && " to "}${max} in three ways`, () => {
    speak("zh");
    assert.deepEqual(["zh", "en", "full"].map((way) => scaled(value, max, way)), [zh, en, full]);
  });
}

test("English ordinals", () => {
  speak("en");
  assert.deepEqual(["1", "2", "3", "4", "11", "12", "13", "21", "80", "101"].map(ordinal),
    ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "80th", "101st"]);
  speak("zh");
  assert.equal(ordinal("3"), "3");
});

const times = {
  "2024": ["2024年", "2024"],
  "0601": ["601年", "601"],
  "-0221": ["公元前221年", "221 BC"],
  "2026-04": ["2026年4月", "April 2026"],
  "2025-11-12": ["2025年11月12日", "12 November 2025"],
  "2020/2025": ["2020–2025年", "2020–2025"],
  "0601/0700": ["601–700年", "601–700"],
  "2025-10/2025-12": ["2025年10月–12月", "October–December 2025"],
  "2025-06-01/2025-06-30": ["2025年6月1日–30日", "1–30 June 2025"],
  "2024/2025-06": ["2024年–2025年6月", "2024–June 2025"],
  "2025-13": ["2025-13", "2025-13"],
  "soon": ["soon", "soon"],
  "": ["", ""],
};
for (const [iso, [zh, en]] of Object.entries(times)) {
  test(`the time ${iso || "that is none"}`, () => {
    speak("zh");
    assert.equal(period(iso), zh);
    speak("en");
    assert.equal(period(iso), en);
  });
}

// What a figure says, in Chinese and in English.
const figures = [
  [{ kind: "money", value: "4000000000", unit: "USD", bound: "over" }, "超过40亿美元", "over USD 4bn"],
  [{ kind: "money", value: "4000000000", bound: "exact" }, "40亿", "4bn"],
  [{ kind: "money", value: "1500000000000", unit: "USD", bound: "up_to", per: "year" }, "高达每年1.5万亿美元", "up to USD 1.5tn a year"],
  [{ kind: "mass", value: "63000000", unit: "t", bound: "about" }, "约6300万吨", "about 63m tonnes"],
  [{ kind: "mass", value: "1", unit: "t", bound: "at_most" }, "至多1吨", "at most 1 tonne"],
  [{ kind: "count", value: "150", unit: "count", counted: "国家", bound: "over" }, "超过150", "over 150"],
  [{ kind: "share", value: "5", max: "20", unit: "%", bound: "range" }, "5–20%", "5–20%"],
  [{ kind: "share", value: "33.3333", unit: "%", bound: "exact" }, "33.3333%", "33.3333%"],
  [{ kind: "change", value: "20", unit: "%", direction: "increase", bound: "about" }, "约+20%", "about +20%"],
  [{ kind: "change", value: "30", unit: "%", direction: "decrease" }, "−30%", "−30%"],
  [{ kind: "change", value: "-3", unit: "pp", direction: "decrease" }, "−3个百分点", "−3 pp"],
  [{ kind: "multiple", value: "2", unit: "x", reading: "to", by: "3", to: "2" }, "×2", "×2"],
  [{ kind: "multiple", value: "1", unit: "x", reading: "by", by: "2", to: "1" }, "×2", "×2"],
  [{ kind: "multiple", value: "1.5", unit: "x", reading: "ambiguous", by: "2.5", to: "1.5" }, "×1.5 或 ×2.5", "×1.5 or ×2.5"],
  [{ kind: "multiple", value: "3", unit: "x" }, "×3", "×3"],
  [{ kind: "rank", value: "10", unit: "rank", bound: "up_to" }, "前10", "top 10"],
  [{ kind: "rank", value: "3", unit: "rank", bound: "exact" }, "第3", "3rd"],
  [{ kind: "ordinal", value: "2", unit: "count" }, "第2", "2nd"],
  [{ kind: "anniversary", value: "80", unit: "year" }, "80周年", "80th anniversary"],
  [{ kind: "century", value: "7", unit: "century" }, "7世纪", "7th century"],
  [{ kind: "century", value: "-3", unit: "century" }, "公元前3世纪", "3rd century BC"],
  [{ kind: "year", value: "2030", unit: "year" }, "2030年", "2030"],
  [{ kind: "year", value: "2020", max: "2025", unit: "year" }, "2020–2025年", "2020–2025"],
  [{ kind: "date", value: "2026-04", unit: "date" }, "2026年4月", "April 2026"],
  [{ kind: "date", value: "2025-11-12", unit: "date", bound: "exact" }, "2025年11月12日", "12 November 2025"],
  [{ kind: "duration", value: "3", unit: "year" }, "3年", "3 years"],
  [{ kind: "duration", value: "1", unit: "month", bound: "under" }, "不到1个月", "under 1 month"],
  [{ kind: "speed", value: "250", unit: "km/h" }, "250 km/h", "250 km/h"],
  [{ kind: "count", value: "0", unit: "count" }, "0", "0"],
  [{ kind: "count" }, "", ""],
];
for (const [figure, zh, en] of figures) {
  test(`${en || "nothing"} (${zh})`, () => {
    speak("zh");
    assert.equal(qualifiedAmount(figure), zh);
    speak("en");
    assert.equal(qualifiedAmount(figure), en);
  });
}

test("a time is over when all of it is", () => {
  const now = new Date(2026, 3, 15);
  const over = (iso) => isOver(iso, now);
  assert.deepEqual(["2025", "2026-03", "2026-04-14", "2024/2025", "2026-01/2026-03"].map(over), Array(5).fill(true));
  assert.deepEqual(["2026", "2026-04", "2026-04-15", "2027", "2025/2026", "", "soon", undefined].map(over), Array(8).fill(false));
});

test("units are switched without a change of language", () => {
  const figure = { kind: "money", value: "4000000000", unit: "USD" };
  speak("zh");
  assert.deepEqual(["zh", "en", "full"].map((way) => amount(figure, way)), ["40亿美元", "4bn美元", "4,000,000,000美元"]);
  assert.equal(amount({ kind: "share", value: "12345", unit: "%" }, "zh"), "12,345%");
  assert.deepEqual(["zh", "full"].map((way) => amount({ kind: "length", value: "7591", unit: "km" }, way)), ["7591公里", "7,591公里"]);
});

test("for a spreadsheet number and unit stand apart", () => {
  const sheet = (figure, units) => bare(figure, stepsOf([figure], units));
  speak("zh");
  const money = { kind: "money", value: "2000000000", max: "3000000000", unit: "USD" };
  assert.deepEqual(sheet(money, "zh"), { value: "20", max: "30", unit: "亿美元" });
  assert.deepEqual(sheet(money, "full"), { value: "2000000000", max: "3000000000", unit: "美元" });
  assert.deepEqual(sheet({ kind: "share", value: "-0.5", unit: "%" }, "zh"), { value: "-0.5", max: "", unit: "%" });
  assert.deepEqual(sheet({ kind: "year", value: "12024", unit: "year" }, "zh"), { value: "12024", max: "", unit: "年" });
  speak("en");
  assert.deepEqual(sheet(money, "en"), { value: "2", max: "3", unit: "bn US Dollar" });
  assert.equal(unitName({ unit: "t" }), "tonnes");
  assert.equal(unitName({ unit: "TEU" }), "TEU");
});

test("qualifiers and doubts in words", () => {
  speak("en");
  assert.deepEqual(["exact", "range", "nearly", undefined].map((key) => bound({ bound: key })), ["", "", "nearly", ""]);
  assert.deepEqual(doubts({ reading: "ambiguous", open: true }), ["ambiguous", "open"]);
  assert.deepEqual(doubts({ reading: "to", inferred: true }), ["inferred"]);
  assert.match(doubtSentence("ambiguous", { by: "2.5", to: "1.5" }), /×1\.5 .*×2\.5/);
  assert.doesNotMatch(doubtSentence("open", {}), /[{}]/);
});

test("Russian and Kazakh name millions in their own letters", () => {
  const money = { kind: "money", value: "1500000000000", unit: "USD", bound: "over" };
  speak("ru");
  assert.deepEqual([scaled("4000000000", "", "en"), scaled("63000000", "", "en"), qualifiedAmount(money)].map(spaced), ["4 млрд", "63 млн", "свыше 1,5 трлн USD"]);
  assert.deepEqual([1, 3, 12, 1.5].map((n) => spaced(amount({ kind: "duration", value: String(n), unit: "year" }))), ["1 год", "3 года", "12 лет", "1,5 года"]);
  assert.deepEqual(["2025-10-07/2025-10-09", "2023-01/2023-07", "2022-11/2023-07"].map(period).map(spaced),
    ["7–9 октября 2025 г.", "январь–июль 2023 г.", "ноябрь 2022 г.–июль 2023 г."]);
  setWords("kk", words("kk"), dates);
  assert.deepEqual(["2025-10", "2025-10-07/2025-10-09", "2025-10-30/2025-11-02", "2025-10/2026-01", "2025-12-30/2026-01-02"].map(period),
    ["2025 ж. қазан", "2025 ж. 7–9 қазан", "2025 ж. 30 қазан–2 қараша", "2025 ж. қазан–2026 ж. қаңтар", "2025 ж. 30 желтоқсан–2026 ж. 2 қаңтар"]);
  assert.equal(spaced(grouped("1234567.5")), "1 234 567,5");
  assert.deepEqual([scaled("4000000000", "", "en"), qualifiedAmount(money)].map(spaced), ["4 млрд", "1,5 трлн USD (артық)"]);
});
