// One file has no script to start a thread from, so the program runs in the
// page. It is meant to, so nobody needs to be told that there is no thread.
import { pagePort } from "../engine/page-port.js";

/** @param {Promise<WebAssembly.Module>} loading @param {import("../engine/port.js").PortEvents} events @returns {Promise<import("../engine/port.js").Port>} */
export async function openPort(loading, events) {
  return { ...(await pagePort(await loading, events)), worker: true };
}
