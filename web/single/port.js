// One file has no script to start a thread from, so the program runs in the
// page. It is meant to, so nobody needs to be told that there is no thread.
import { pagePort } from "../page-port.js";

/** @param {Promise<WebAssembly.Module>} loading @param {import("../port.js").PortEvents} events @returns {Promise<import("../port.js").Port>} */
export async function openPort(loading, events) {
  return { ...(await pagePort(await loading, events)), worker: true };
}
