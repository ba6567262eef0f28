// The program in the page's own thread, where no other can be had.

/** @param {WebAssembly.Module} module @param {import("./port.js").PortEvents} events @returns {Promise<import("./port.js").Port>} */
export async function pagePort(module, events) {
  await import("../wasm_exec.js");
  const { startEngine } = await import("./host.js");
  let open = false;
  const handle = await startEngine(module, {
    answer: (text) => open && events.answer(text),
    crash: (message) => open && events.crash(message),
  });
  open = true;
  return { worker: false, post: handle, close: () => (open = false) };
}
