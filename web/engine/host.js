// Runs the Go program: in the worker, or in the page where there is none.
// wasm_exec.js must have been loaded before; it defines Go.
//
// Go's side: main sets globalThis.fenghuiEngine = {handle(request, emit)},
// where handle returns a promise of a JSON string, and calls fenghuiReady().

/**
 * Starts the program.
 * @param {WebAssembly.Module} module
 * @param {{answer: (text: string) => void, crash: (message: string) => void}} tell
 * @returns {Promise<(request: string) => void>} takes requests; answers and events go to tell.answer
 */
export async function startEngine(module, tell) {
  const go = new globalThis.Go();
  const crashed = crashOf(go, tell.crash);
  const ready = new Promise((resolve) => {
    globalThis.fenghuiReady = resolve;
  });
  const instance = await WebAssembly.instantiate(module, go.importObject);
  // The program waits for requests for ever; if it ends, it has crashed.
  go.run(instance).then(() => crashed(new Error("the program ended")), crashed);
  await Promise.race([ready, crashed.promise]);
  const engine = globalThis.fenghuiEngine;
  return (request) => {
    try {
      engine.handle(request, tell.answer).then(tell.answer, crashed);
    } catch (error) {
      crashed(error);
    }
  };
}

// A trap (out of memory, a stack too deep) leaves no ended program behind: it
// surfaces as an exception wherever JavaScript had called into Go, and every
// one of those calls goes through _resume.
function crashOf(go, tell) {
  let told = false;
  let reject;
  const promise = new Promise((_, no) => {
    reject = no;
  });
  promise.catch(() => {});
  const crashed = (error) => {
    if (told) return;
    told = true;
    reject(error);
    tell(String(error));
  };
  const resume = go._resume.bind(go);
  go._resume = () => {
    try {
      resume();
    } catch (error) {
      crashed(error);
      throw error;
    }
  };
  return Object.assign(crashed, { promise });
}
