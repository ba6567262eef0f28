// Serves one version of the site whole, with or without a network. The builder
// fills in the version and, as JSON, its files by their addresses relative to
// this one, each with what its bytes must be. Packs, dictionaries and documents
// are not among them: the program keeps those itself.

const VERSION = "{{version}}";
const FILES = JSON.parse(`{{files}}`);

const scope = self.registration.scope;
const family = `fenghui ${scope} `;
const own = family + VERSION;
const page = new URL("./", scope).href;

// All files or none: the entry page is put last, so a cache that has it is
// whole. The browser has just fetched the files for the page, so its own cache
// is asked first, and nothing is fetched twice.
async function keep() {
  const cache = await caches.open(own);
  if (await cache.match(page)) return;
  await Promise.all(Object.entries(FILES).map(async ([file, integrity]) => {
    const address = new URL(file, scope).href;
    await cache.put(address, await unspoilt(address, file.startsWith("v-") ? "force-cache" : "no-cache", integrity));
  }));
  await cache.put(page, await entryPage());
}

// Whether this version is kept. Where there is no room, or a file is gone, the
// worker serves the version kept before, else the network; to be refused would
// only leave an error behind. The next page tries again. Tabs that ask at once
// share one try: what one that fails clears away is never what another has kept.
let trying;

function kept() {
  trying ??= tryToKeep().finally(() => (trying = undefined));
  return trying;
}

async function tryToKeep() {
  try {
    await keep();
    return true;
  } catch {
    await caches.delete(own);
    return false;
  }
}

async function unspoilt(address, cache, integrity) {
  try {
    return await get(address, { cache, integrity });
  } catch {
    return get(address, { cache: "reload", integrity });
  }
}

// The entry page is the one file whose address stays while its text changes: it
// is taken only in our version.
async function entryPage() {
  for (const cache of ["force-cache", "reload"]) {
    const response = await get(page, { cache });
    if ((await response.clone().text()).includes(`content="${VERSION}"`)) return response;
  }
  throw new Error(`the site is no longer at version ${VERSION}`);
}

async function get(address, how) {
  const response = await fetch(address, how);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  if (!response.redirected) return response;
  return new Response(await response.blob(), { headers: response.headers }); // a page may not be answered by a redirect
}

// Every address but the entry page's names its version, so an earlier cache
// never mixes with ours: it serves the tabs that are still open in it.
async function answer(request) {
  const found = entry(request) ? await keptPage() : await caches.match(request.url, { ignoreVary: true });
  return found ?? fetch(request);
}

function entry({ mode, url }) {
  const { origin, pathname } = new URL(url);
  return mode === "navigate" && [page, `${page}index.html`].includes(origin + pathname);
}

async function keptPage() {
  for (const cacheName of [own, ...(await earlier()).reverse()]) {
    const found = await caches.match(page, { cacheName, ignoreVary: true });
    if (found) return found;
  }
}

async function earlier() {
  return (await caches.keys()).filter((name) => name.startsWith(family) && name !== own);
}

// Earlier versions go when the only tab there is runs this one.
async function tidy() {
  if ((await clients.matchAll({ type: "window" })).length > 1) return;
  for (const name of await earlier()) await caches.delete(name);
}

async function tell(port) {
  port.postMessage({ version: VERSION, kept: await kept() });
}

addEventListener("install", (event) => event.waitUntil(kept()));
addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && event.request.url.startsWith(scope)) event.respondWith(answer(event.request));
});
addEventListener("message", (event) => {
  if (event.data === "change-over") self.skipWaiting();
  if (event.data === "kept?") event.waitUntil(tell(event.ports[0]));
  if (event.data === "tidy") event.waitUntil(tidy());
});
