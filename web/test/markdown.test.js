import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { plainMarkdown } from "../import/markdown.js";

// The builder reads the same cases: build/input/markdown_test.go.
const file = readFileSync(new URL("../../build/input/testdata/markdown.txt", import.meta.url), "utf8").replace(/\n$/, "");
const cases = `\n${file}`.split("\n=== ").slice(1);

test("there are cases", () => assert.notEqual(cases.length, 0));

for (const [name, ...rest] of cases.map((c) => c.split("\n"))) {
  test(name, () => {
    const [said, seen] = rest.join("\n").split("\n=>\n");
    assert.equal(plainMarkdown(said), seen);
  });
}
