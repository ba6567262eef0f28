// The program's thread, as web/worker.js has it, which also tells the size of
// the program's memory.
const waiting = [];
let handle = (request) => waiting.push(request);
let memory;

const instantiate = WebAssembly.instantiate;
WebAssembly.instantiate = async (...args) => {
  const instance = await instantiate(...args);
  memory = instance.exports.mem;
  return instance;
};

async function start({ module, base }) {
  await import(base + "wasm_exec.js");
  const { startEngine } = await import(base + "host.js");
  handle = await startEngine(module, {
    answer: (text) => postMessage({ text }),
    crash: (message) => postMessage({ crash: message }),
  });
  postMessage({ ready: true });
  waiting.splice(0).forEach(handle);
}

addEventListener("message", ({ data }) => {
  if (typeof data === "string") handle(data);
  else if (data.memory) postMessage({ memory: memory.buffer.byteLength });
  else start(data).catch((error) => postMessage({ crash: String(error) }));
});
