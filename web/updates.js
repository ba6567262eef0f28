// Keeps the site for use without a network, and tells of new versions. The
// service worker serves one version whole; a page changes over to the next
// one when its reader says so.
import { scriptAddress } from "./trust.js";

/**
 * @param {(reload: () => void) => void} tell called when a new version is ready
 */
export async function keepSite(tell) {
  let workers;
  let registration;
  try {
    workers = navigator.serviceWorker; // in a sandboxed frame even this throws
    registration = await workers.register(scriptAddress("sw.js"), { updateViaCache: "none" });
  } catch {
    return; // no secure origin, or refused: the site needs its network, as any other
  }
  if (!workers.controller) return; // the first version is no news
  const ready = (worker) => tell(() => changeOver(workers, worker));
  if (registration.waiting) ready(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker.addEventListener("statechange", () => worker.state === "installed" && ready(worker));
  });
}

function changeOver(workers, worker) {
  workers.addEventListener("controllerchange", () => location.reload(), { once: true });
  worker.postMessage("change-over");
}

/** Forgets the kept site and loads it anew: the way out of a mixed version. */
export async function startAfresh() {
  try {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.unregister();
    const ours = (await caches.keys()).filter((name) => name.startsWith(`fenghui ${registration.scope} `));
    await Promise.all(ours.map((name) => caches.delete(name)));
  } catch {
    // nothing was kept
  }
  location.reload();
}
