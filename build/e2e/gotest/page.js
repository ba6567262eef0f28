import {run} from './run.js';

// The harness calls one of these and awaits it.
window.inPage = run;

window.inWorker = (address, args) => new Promise((resolve, reject) => {
  const worker = new Worker(new URL('worker.js', import.meta.url), {type: 'module'});
  worker.onmessage = (event) => { worker.terminate(); resolve(event.data); };
  worker.onerror = (event) => reject(new Error(`worker: ${event.message}`));
  worker.postMessage({address: new URL(address, location).href, args});
});
