// One file has no script to start a thread from, so the program runs in the
// page. It is meant to, so nobody needs to be told that there is no thread.
import { pagePort } from "../page-port.js";

/** @param {WebAssembly.Module} module @param {import("../port.js").PortEvents} events @returns {Promise<import("../port.js").Port>} */
export async function openPort(module, events) {
  return { ...(await pagePort(module, events)), worker: true };
}
