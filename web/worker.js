// The program's thread. The first message brings the compiled module; every
// later one is a request, as text. Out go {started}, {ready}, {text} for
// answers and events, and {crash}.
import { startEngine } from "./engine/host.js";
import "./wasm_exec.js";

const waiting = [];
let handle = (request) => waiting.push(request);

async function start(module) {
  handle = await startEngine(module, {
    answer: (text) => postMessage({ text }),
    crash: (message) => postMessage({ crash: message }),
  });
  postMessage({ ready: true });
  waiting.splice(0).forEach(handle);
}

addEventListener("message", ({ data }) => {
  if (typeof data === "string") handle(data);
  else start(data.module).catch((error) => postMessage({ crash: String(error) }));
});

postMessage({ started: true });
