import assert from "node:assert/strict";
import test from "node:test";
import { yearRanges } from "../lang/years.js";
import { YearLoader } from "../search/year-loader.js";

test("years that follow one another are told as one", () => {
  for (const [years, want] of [
    [["2024"], "2024"],
    [["2024", "2023", "2022"], "2022–2024"],
    [["2025", "2023", "2022", "2019"], "2025 · 2022–2023 · 2019"],
  ]) assert.equal(yearRanges(years), want);
});

// As much of an element as a note needs.
globalThis.document ??= { createElement: () => ({ setAttribute() {}, addEventListener() {}, append() {}, replaceChildren() {} }) };

// A search that asks for its missing years, and what the program answers.
function searching() {
  const answers = [];
  const told = [];
  const loader = new YearLoader({ request: (op, { year }) => new Promise((resolve) => answers.push(async (answer) => {
    resolve(answer);
    await new Promise(setImmediate);
    return year;
  })) });
  const follow = (name, missing, passages = 1) => loader.follow({ missing, passages }, () => told.push(name));
  return { loader, answers, told, follow };
}

test("a search is asked again when all its years have come", async () => {
  const { answers, told, follow } = searching();
  follow("search", ["2024", "2023"]);
  assert.equal(await answers[0]({}), "2024");
  assert.deepEqual(told, []);
  assert.equal(await answers[1]({}), "2023");
  assert.deepEqual(told, ["search"]);
});

test("a search that has found nothing yet is asked again after each year", async () => {
  const { answers, told, follow } = searching();
  follow("search", ["2024", "2023"], 0);
  await answers[0]({});
  assert.deepEqual([told, answers.length], [["search"], 1]);
});

test("a year that cannot be had ends the waiting", async () => {
  const { answers, told, follow } = searching();
  follow("search", ["2024", "2023"]);
  await answers[0]({ pending: ["2024", "2023"] });
  assert.deepEqual([told, answers.length], [[], 1]);
});

test("only the last search is asked again, and none when it is left", async () => {
  const { loader, answers, told, follow } = searching();
  follow("first", ["2024"]);
  follow("second", ["2023"]);
  await answers[0]({});
  await answers[1]({});
  assert.deepEqual(told, ["second"]);
  follow("third", ["2022"]);
  loader.stop();
  await answers[2]({});
  assert.deepEqual(told, ["second"]);
});
