// What the browser keeps for this site, and whether it may throw it away when
// room gets short. Only a page can ask; the program's thread cannot.

/**
 * @typedef {Object} StorageState
 * @property {number} [used] bytes, of all this site's storage
 * @property {number} [quota] bytes
 * @property {boolean} [persisted] undefined where the browser does not say
 */

/** @returns {Promise<StorageState>} */
export async function storageState() {
  const { usage: used, quota } = (await navigator.storage?.estimate?.().catch(() => null)) ?? {};
  return { used, quota, persisted: await navigator.storage?.persisted?.().catch(() => undefined) };
}

/**
 * Asks the browser to keep the site's storage for good, once there is something
 * in it that cannot be had again. Some browsers ask the reader.
 */
export async function requestPersistence() {
  if ((await storageState()).persisted === false) await navigator.storage.persist?.().catch(() => false);
}
