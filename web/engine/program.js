// Fetches and compiles the program. This module stands alone and is loaded
// ahead of all others, so that the largest file of the site is on its way
// before anything else is done. A preload would fetch it twice.

/** Why the program cannot be had; the page has words for each code. */
class ProgramError extends Error {
  /** @param {"no-wasm"|"no-program"} code @param {string} message */
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** @param {string} address @returns {Promise<WebAssembly.Module>} */
async function load(address) {
  if (typeof WebAssembly !== "object") throw new ProgramError("no-wasm", "no WebAssembly");
  let response;
  try {
    response = await fetch(address);
  } catch (cause) {
    throw new ProgramError("no-program", String(cause));
  }
  if (!response.ok) throw new ProgramError("no-program", `${address}: ${response.status}`);
  return compile(response);
}

// A server that calls the file anything but application/wasm makes
// compileStreaming refuse it; the bytes are as good.
async function compile(response) {
  const streams = WebAssembly.compileStreaming && response.headers.get("Content-Type")?.startsWith("application/wasm");
  try {
    if (streams) return await WebAssembly.compileStreaming(response);
    return await WebAssembly.compile(await response.arrayBuffer());
  } catch (cause) {
    throw new ProgramError(refused() ? "no-wasm" : "no-program", String(cause));
  }
}

// The smallest module there is: what cannot compile even that is not allowed
// to run programs at all (a policy without 'wasm-unsafe-eval', for one).
function refused() {
  try {
    return !new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch {
    return true;
  }
}

let loading = null;

/** The compiled program; a failed attempt is made anew at the next call. @param {string} address */
export function program(address) {
  loading ??= load(address).then(
    (module) => {
      performance.mark("fenghui:wasm");
      return module;
    },
    (error) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

const wanted = document.querySelector("fenghui-app[wasm]")?.getAttribute("wasm"); // within other pages it is fetched by those
if (wanted) program(wanted).catch(() => {}); // the next call fails too, and its caller tells the reader
