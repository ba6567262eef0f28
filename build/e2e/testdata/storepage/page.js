import './wasm_exec.js';

window.ready = new Promise((resolve) => { window.storeIsReady = resolve; });
const go = new globalThis.Go();
const {instance} = await WebAssembly.instantiateStreaming(fetch('store.wasm'), go.importObject);
go.run(instance);
await window.ready;

/** Does what it is told and gives the milliseconds it took. */
window.timed = async (f) => {
  const start = performance.now();
  await f();
  return performance.now() - start;
};

/** Counts the records of an object store behind the store's back. */
window.records = (database, objectStore) => new Promise((resolve, reject) => {
  const opening = indexedDB.open(database);
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const counting = opening.result.transaction(objectStore).objectStore(objectStore).count();
    counting.onsuccess = () => { opening.result.close(); resolve(counting.result); };
    counting.onerror = () => reject(counting.error);
  };
});

if (parent !== window) {
  window.store.open(1).then(() => 'opened', (e) => e.code).then((answer) => parent.postMessage(answer, '*'));
}
