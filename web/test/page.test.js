import assert from "node:assert/strict";
import test from "node:test";
import { files, folders, modules, read } from "./modules.js";

const page = read("index.html");

test("the page announces its script, and the one ahead of it", () => {
  const announced = [...page.matchAll(/rel="modulepreload" href="\{\{base\}\}([\w-]+\.js)"/g)].map((match) => match[1]);
  assert.deepEqual(announced, ["program.js", "app.js"]); // whose modules the builder joins
});

test("what is shown later comes with the words and rules of style it needs", () => {
  const needsNone = ["correction-request", "embed", "host", "kazakh", "refusal", "suggestions", "updates", "wasm_exec"];
  const plain = modules.flatMap((name) => [...read(name).matchAll(/^(?!\/\/).*?(?<!later\()\bimport\("\.[\w./-]*\/([\w-]+)\.js"\)(?!\.\w)/gm)].map((match) => match[1]));
  assert.deepEqual([...new Set(plain)].sort(), needsNone);
});

test("there is no script or style in the page itself", () => {
  assert.doesNotMatch(page, /<style|style=|\son\w+=|<script(?![^>]*\ssrc=)/i);
});

test("the page leaves only places the site builder fills", () => {
  const known = ["lang", "base", "pack", "pack-hash", "documents", "dictionary", "wasm", "overview", "version", "files", "embedders", "site"];
  for (const name of ["index.html", "sw.js", "explorer.js", "manifest.webmanifest"]) {
    for (const [, place] of read(name).matchAll(/\{\{([^}]*)\}\}/g)) assert.ok(known.includes(place), `${name}: ${place}`);
  }
});

test("nothing is parsed as markup or run as code", () => {
  const sinks = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|DOMParser|setHTML|srcdoc/;
  for (const name of modules) assert.doesNotMatch(read(name), sinks, name);
});

test("nothing is asked of another site", () => {
  for (const name of modules) assert.doesNotMatch(read(name).replaceAll("http://www.w3.org/2000/svg", ""), /["'`]https?:\/\/\w/, name);
});

test("a folder is small enough to be seen at once", () => {
  for (const folder of folders) assert.ok(files(folder).length <= 20, folder);
});

test("modules are short enough to be read at once", () => {
  for (const name of modules.filter((module) => module !== "engine/protocol.js")) {
    assert.ok(read(name).split("\n").length <= 151, name);
  }
});
