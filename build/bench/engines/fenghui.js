// Fenghui as its page runs it: the program in a worker, requests and answers as
// text, the library in IndexedDB. Each answer holds the passages as they are
// shown, counted facets and figures marked, which no other engine here does.
let worker, module, site, last = 0, stats, library;
const pending = new Map();

async function start() {
  worker?.terminate();
  worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
  await new Promise((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }) => {
      if (data.ready) resolve();
      else if (data.crash) reject(new Error(data.crash));
      else if (data.memory) stats(data.memory);
      else receive(JSON.parse(data.text));
    };
    worker.postMessage({ module, base: site.base });
  });
}

function receive({ id, result, error, progress, notice }) {
  if (progress || notice) return;
  const { resolve, reject } = pending.get(id);
  pending.delete(id);
  if (error) reject(new Error(`${error.code}: ${error.message}`));
  else resolve(result);
}

function request(op, args) {
  const id = ++last;
  return new Promise((resolve, reject) => {
    pending.set(id, { resolve, reject });
    worker.postMessage(JSON.stringify({ id, op, args }));
  });
}

// The files of the site, as its page names them.
async function readSite() {
  const page = new DOMParser().parseFromString(await (await fetch("/")).text(), "text/html");
  const app = page.querySelector("fenghui-app");
  const files = {};
  for (const [name, key] of [["pack", "pack"], ["documents", "documents"], ["dictionary", "dictionary"]]) {
    const address = app.getAttribute(name);
    files[key] = address ? new URL(address, location.origin).href : "";
  }
  files.packHash = app.getAttribute("pack-hash");
  return { files, base: new URL(app.getAttribute("base"), location.origin).href, wasm: app.getAttribute("wasm") };
}

// Opens the library with all its years: a large one comes by year.
async function open() {
  await start();
  const { protocol } = await import(site.base + "protocol.js").then(({ PROTOCOL_VERSION }) => ({ protocol: PROTOCOL_VERSION }));
  await request("hello", { protocol });
  const { origin, pending = [] } = await request("open", site.files);
  for (const year of pending) await request("load", { year });
  const state = await request("library", {});
  if (state.pending) throw new Error(`${state.pending} did not come`);
  return { ...state, origin };
}

export default {
  async prepare() {
    site = await readSite();
    module = await WebAssembly.compileStreaming(fetch(new URL(site.wasm, location.origin)));
    const { origin } = await open(); // puts the library into IndexedDB, unless it is there
    return origin;
  },
  async load() {
    library = await open();
    if (library.origin !== "store") throw new Error(`the library came from the ${library.origin}`);
  },
  indexBytes: () => library.indexBytes,
  async search(query, limit) {
    const { groups } = await request("search", { query, limit, language: "zh" });
    return groups.map(({ document }) => document.id);
  },
  async wasm() {
    const told = new Promise((resolve) => (stats = resolve));
    worker.postMessage({ memory: true });
    return told;
  },
};
