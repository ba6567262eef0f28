// The page an engine is measured in: one engine, one browser.
const name = new URLSearchParams(location.search).get("engine");
const get = async (what) => (await fetch(what, { cache: "no-store" })).arrayBuffer();
const json = async (what) => JSON.parse(new TextDecoder().decode(await get(what)));
const timed = async (work) => {
  const start = performance.now();
  const value = await work();
  return [performance.now() - start, value];
};
let engine;

globalThis.bench = {
  ready: import(`./${name}.js`).then((loaded) => (engine = loaded.default)),

  /** Builds the index and hands it over. */
  async build() {
    const docs = await json("docs.json");
    const [ms, index] = await timed(() => engine.build(docs));
    await fetch(`index/${name}`, { method: "POST", body: index });
    return ms;
  },

  /** Loads the finished index; fetching it is not counted. */
  async load() {
    const value = await engine.prepare(engine.build ? await get(`index/${name}`) : null);
    globalThis.gc?.();
    const [ms] = await timed(() => engine.load(value));
    return ms;
  },

  /** Asks, one after another, and gives the times and the first ten documents of each. */
  async ask(queries) {
    const times = [], found = [];
    for (const query of queries) {
      const [ms, ids] = await timed(() => engine.search(query, 10));
      times.push(ms);
      found.push([...new Set(ids.map((id) => id.split("/")[0]))]);
    }
    return { times, found };
  },

  indexBytes: () => engine.indexBytes(),

  /** Bytes in use: of JavaScript once garbage is collected, and of wasm. */
  async memory() {
    globalThis.gc?.();
    globalThis.gc?.();
    return { heap: performance.memory.usedJSHeapSize, wasm: (await engine.wasm?.()) ?? 0 };
  },
};
