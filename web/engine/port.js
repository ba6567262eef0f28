// Worker or main thread, behind one small object: a Port takes requests as
// text and hands back answers and events as text. Whoever holds it need not
// know which of the two it is.
import { versionFolder } from "../address/site.js";
import { pagePort } from "./page-port.js";
import { scriptAddress } from "./trust.js";

/**
 * @typedef {Object} Port
 * @property {(request: string) => void} post
 * @property {() => void} close
 * @property {boolean} worker whether the program has a thread of its own
 *
 * @typedef {Object} PortEvents
 * @property {(text: string) => void} answer
 * @property {(message: string) => void} crash
 */

/**
 * Opens a port to the program. The worker starts while the program still comes.
 * @param {Promise<WebAssembly.Module>} loading
 * @param {PortEvents} events
 * @returns {Promise<Port>}
 */
export async function openPort(loading, events) {
  const starting = startWorker();
  starting.catch(() => {}); // dealt with when the program is there
  let module;
  try {
    module = await loading;
  } catch (error) {
    starting.then((worker) => worker.terminate(), () => {}); // which has nothing to run
    throw error;
  }
  let worker;
  try {
    worker = await starting;
  } catch {
    return pagePort(module, events); // refused by policy, by file://, by an old browser
  }
  return workerPort(worker, module, events);
}

// Resolves once the worker's script runs. Refusals come either as an exception
// or as an error event before the first message.
function startWorker() {
  return new Promise((resolve, reject) => {
    const worker = new Worker(scriptAddress(new URL("worker.js", versionFolder).href), { type: "module" });
    worker.onerror = (event) => {
      event.preventDefault();
      worker.terminate();
      reject(new Error(event.message || "worker refused"));
    };
    worker.onmessage = () => resolve(worker);
  });
}

function workerPort(worker, module, events) {
  return new Promise((resolve, reject) => {
    let open = false;
    const fail = (message) => {
      worker.terminate();
      if (open) events.crash(message);
      else reject(new Error(message));
    };
    worker.onerror = (event) => fail(event.message || "worker failed");
    worker.onmessageerror = () => fail("a message could not be read");
    worker.onmessage = ({ data }) => {
      if (data.text !== undefined) events.answer(data.text);
      else if (data.crash) fail(data.crash);
      else if (data.ready) {
        open = true;
        resolve({ worker: true, post: (text) => worker.postMessage(text), close: () => worker.terminate() });
      }
    };
    worker.postMessage({ module });
  });
}
