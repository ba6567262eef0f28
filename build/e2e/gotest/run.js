// Runs a Go program and collects what it writes, telling the console line by
// line. One copy runs in the page, another in a worker.
import './wasm_exec.js';

/** @returns {Promise<{code: number, output: string}>} */
export async function run(address, args) {
  const decoder = new TextDecoder();
  let output = '', told = 0;
  globalThis.fs.writeSync = (file, bytes) => {
    output += decoder.decode(bytes, {stream: true});
    const end = output.lastIndexOf('\n');
    if (end > told) console.log(output.slice(told, end));
    told = Math.max(told, end + 1);
    return bytes.length;
  };
  const go = new globalThis.Go();
  let code = 0;
  go.argv = ['test', ...args];
  go.exit = (c) => { code = c; };
  globalThis.go = go; // a test can see how much JavaScript it holds on to
  const {instance} = await WebAssembly.instantiateStreaming(fetch(address), go.importObject);
  await go.run(instance);
  return {code, output};
}
