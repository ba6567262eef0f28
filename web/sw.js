// Serves one version of the site whole, with or without a network. The builder
// fills in the version and, as a JSON array, the addresses of its files
// relative to this one. Packs, dictionaries and documents are not among them:
// the program keeps those itself.

const VERSION = "{{version}}";
const FILES = JSON.parse(`{{files}}`);

const scope = self.registration.scope;
const cacheName = `fenghui ${scope} ${VERSION}`;
const page = new URL("./", scope).href;

// All files or none. The browser has just fetched them for the page, so its
// own cache is asked first, and nothing is fetched twice.
async function install() {
  const cache = await caches.open(cacheName);
  try {
    await cache.put(page, await entryPage());
    await Promise.all(FILES.map(async (file) => cache.put(new URL(file, scope), await get(file, "force-cache"))));
  } catch (error) {
    await caches.delete(cacheName);
    throw error;
  }
}

// The entry page is the one file whose address stays while its text changes: it
// is taken only in our version.
async function entryPage() {
  for (const mode of ["force-cache", "reload"]) {
    const response = await get(page, mode);
    if ((await response.clone().text()).includes(`content="${VERSION}"`)) return response;
  }
  throw new Error(`the site is no longer at version ${VERSION}`);
}

async function get(address, mode) {
  const response = await fetch(new URL(address, scope), { cache: mode });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  if (!response.redirected) return response;
  return new Response(await response.blob(), { headers: response.headers }); // a page may not be answered by a redirect
}

async function activate() {
  for (const name of await caches.keys()) {
    if (name.startsWith(`fenghui ${scope} `) && name !== cacheName) await caches.delete(name);
  }
}

async function answer(request) {
  const cache = await caches.open(cacheName);
  return (await cache.match(addressOf(request), { ignoreVary: true })) ?? fetch(request);
}

function addressOf(request) {
  const url = new URL(request.url);
  const entry = request.mode === "navigate" && [page, `${page}index.html`].includes(url.origin + url.pathname);
  return entry ? page : request.url;
}

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && event.request.url.startsWith(scope)) event.respondWith(answer(event.request));
});
addEventListener("message", (event) => {
  if (event.data === "change-over") self.skipWaiting();
});
