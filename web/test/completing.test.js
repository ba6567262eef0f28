import assert from "node:assert/strict";
import test from "node:test";
import { span } from "../completing.js";

test("years that follow one another are told as one", () => {
  for (const [years, want] of [
    [["2024"], "2024"],
    [["2024", "2023", "2022"], "2022–2024"],
    [["2025", "2023", "2022", "2019"], "2025 · 2022–2023 · 2019"],
  ]) assert.equal(span(years), want);
});
