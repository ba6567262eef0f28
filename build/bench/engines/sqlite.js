// SQLite with FTS5 and its trigram tokenizer, in memory. Trigrams find strings
// of three characters and more; a question is asked as any of its trigrams.
import sqlite3InitModule from "@sqlite.org/sqlite-wasm";

let sqlite, db;

export default {
  async build(docs) {
    sqlite = await sqlite3InitModule();
    const built = new sqlite.oo1.DB(":memory:");
    built.exec("CREATE VIRTUAL TABLE docs USING fts5(id UNINDEXED, title, text, tokenize='trigram', content='', contentless_unindexed=1)");
    built.transaction(() => {
      const insert = built.prepare("INSERT INTO docs(rowid, id, title, text) VALUES (?, ?, ?, ?)");
      docs.forEach(({ id, title, text }, i) => insert.bind([i + 1, id, title, text]).stepReset());
      insert.finalize();
    });
    built.exec("INSERT INTO docs(docs) VALUES('optimize')");
    built.exec("VACUUM");
    return sqlite.capi.sqlite3_js_db_export(built);
  },
  async prepare(bytes) {
    sqlite = await sqlite3InitModule();
    return new Uint8Array(bytes);
  },
  load(bytes) {
    db = new sqlite.oo1.DB();
    const at = sqlite.wasm.allocFromTypedArray(bytes);
    const { SQLITE_DESERIALIZE_FREEONCLOSE, SQLITE_DESERIALIZE_RESIZEABLE } = sqlite.capi;
    db.checkRc(sqlite.capi.sqlite3_deserialize(db.pointer, "main", at, bytes.length, bytes.length, SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE));
    db.selectValue("SELECT count(*) FROM docs WHERE docs MATCH '\"贸易额\"'");
  },
  search(query, k) {
    const match = trigrams(query).map((t) => `"${t}"`).join(" OR ");
    if (!match) return [];
    return db.selectValues("SELECT id FROM docs WHERE docs MATCH ? ORDER BY rank LIMIT ?", [match, k]);
  },
  wasm: () => sqlite.wasm.memory.buffer.byteLength,
};

function trigrams(query) {
  const found = new Set();
  for (const [run] of query.matchAll(/[\p{L}\p{N}]+/gu)) {
    const letters = [...run];
    for (let i = 2; i < letters.length; i++) found.add(letters.slice(i - 2, i + 1).join(""));
  }
  return [...found];
}
