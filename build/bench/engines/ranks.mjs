// node ranks.mjs ENGINE DOCS QUERIES: one engine of this folder asked all queries
// of a set; the ten first documents of each, as {"id", "hits"} a line.
import { readFileSync } from "node:fs";

const [name, docs, queries] = process.argv.slice(2);
const lines = (file) => readFileSync(file, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));

const { default: engine } = await import(`./${name}.js`);
const data = await engine.build(lines(docs).map(({ id, title = "", text }) => ({ id, title, text })));
await engine.load(engine.prepare ? await engine.prepare(data) : data);
for (const { id, text } of lines(queries)) {
  console.log(JSON.stringify({ id, hits: [...(await engine.search(text, 10))] }));
}
