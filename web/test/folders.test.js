import assert from "node:assert/strict";
import test from "node:test";
import { droppedFiles } from "../import/folders.js";

const file = (name) => ({ name, fullPath: `/${name}`, file: (resolve) => resolve(new Blob([name])) });

function folder(name, below) {
  const inside = (entry) => ({ ...entry, fullPath: `/${name}${entry.fullPath}`, ...(entry.below && folder(`${name}/${entry.name}`, entry.below)) });
  const createReader = () => {
    const rest = below.map(inside);
    return { readEntries: (resolve) => resolve(rest.splice(0, 100)) };
  };
  return { name: name.split("/").at(-1), fullPath: `/${name}`, isDirectory: true, createReader, below };
}

const drop = (...entries) => droppedFiles({ items: entries.map((entry) => ({ kind: "file", webkitGetAsEntry: () => entry })), files: [] });

test("a folder's own files do not keep out those of its reader", async () => {
  const history = folder(".git", Array.from({ length: 12_000 }, (_, i) => file(`${i}`)));
  const given = await drop(folder("报道", [history, folder("2025", [file("一.txt")]), file("二.txt"), file(".DS_Store")]), file(".txt"));
  assert.deepEqual(given.map(({ path, chosen }) => [path, chosen]), [["报道/2025/一.txt", undefined], ["报道/二.txt", undefined], [".txt", true]]);
  assert.equal(await (await given[0].file()).text(), "一.txt");
});
