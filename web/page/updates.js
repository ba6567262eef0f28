// Keeps the site for use without a network, and tells of new versions. The
// service worker serves one version whole; a page changes over to the next
// one when its reader says so.
import { scriptAddress, siteWorker } from "../engine/trust.js";

const HOUR = 3_600_000; // ms

/**
 * @param {(reload: () => void) => void} tell called when a new version is ready
 */
export async function keepSite(tell) {
  let workers;
  let registration;
  try {
    workers = navigator.serviceWorker; // in a sandboxed frame even this throws
    registration = await workers.register(scriptAddress(siteWorker), { updateViaCache: "none" });
  } catch {
    return; // no secure origin, or refused: the site needs its network, as any other
  }
  const look = (worker) => ready(workers, worker, tell);
  workers.addEventListener("controllerchange", () => tell(reload)); // another tab has changed over
  [registration.waiting, registration.active].filter(Boolean).forEach(look);
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker.addEventListener("statechange", () => worker.state === "installed" && look(worker));
  });
  lookNowAndThen(registration);
}

// Tells of a worker that has all of another version; one that has ours may
// put away what came before.
async function ready(workers, worker, tell) {
  const { version, kept } = await asked(worker);
  if (!kept) return;
  if (version !== shown()) tell(() => changeOver(worker));
  else if (worker === workers.controller) worker.postMessage("tidy");
}

function asked(worker) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage("kept?", [port2]);
  });
}

/** Version of the page, as it was built. */
function shown() {
  return document.querySelector('meta[name="fenghui-version"]').content;
}

function changeOver(worker) {
  if (worker.state === "activated") return reload();
  worker.addEventListener("statechange", () => worker.state === "activated" && reload());
  worker.postMessage("change-over");
}

function reload() {
  location.reload();
}

// A page may stay open for days.
function lookNowAndThen(registration) {
  let last = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - last < HOUR) return;
    last = Date.now();
    registration.update().catch(() => {}); // no network
  });
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
  reload();
}
