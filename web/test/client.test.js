import assert from "node:assert/strict";
import test from "node:test";
import { Client } from "../engine/client.js";

// A program that answers when the test says so.
async function started() {
  const told = { notices: [], crashes: [] };
  const program = { sent: [], closed: 0 };
  const client = new Client(
    async (events) => {
      program.events = events;
      return { worker: true, post: (text) => program.sent.push(JSON.parse(text)), close: () => program.closed++ };
    },
    { notice: (notice) => told.notices.push(notice), crash: (error) => told.crashes.push(error.code) },
  );
  await client.start();
  const answer = (message) => program.events.answer(JSON.stringify(message));
  return { client, program, told, answer };
}

test("answers find their requests, in whatever order they come", async () => {
  const { client, program, answer } = await started();
  const [a, b] = [client.request("search", { query: "甲" }), client.request("library")];
  assert.deepEqual(program.sent, [{ id: 1, op: "search", args: { query: "甲" } }, { id: 2, op: "library" }]);
  answer({ id: 2, result: "second" });
  answer({ id: 1, result: "first" });
  assert.deepEqual([await a, await b], ["first", "second"]);
});

test("a refusal carries its code", async () => {
  const { client, answer } = await started();
  const asked = client.request("document", { id: "x" });
  answer({ id: 1, error: { code: "not-found", message: "no x" } });
  await assert.rejects(asked, { code: "not-found", message: "no x" });
});

test("an answer of null is an answer", async () => {
  const { client, answer } = await started();
  const asked = client.request("cancel", { id: 9 });
  answer({ id: 1, result: null });
  assert.equal(await asked, null);
});

test("progress goes to the one who asked, notices to the page", async () => {
  const { client, told, answer } = await started();
  const seen = [];
  const asked = client.request("open", {}, { progress: (progress) => seen.push(progress.done) });
  answer({ id: 1, progress: { stage: "save", done: 1, total: 2 } });
  answer({ id: 7, progress: { stage: "save", done: 1, total: 2 } });
  answer({ id: 1, notice: { code: "not-kept" } });
  answer({ id: 1, result: {} });
  await asked;
  assert.deepEqual(seen, [1]);
  assert.deepEqual(told.notices, [{ code: "not-kept" }]);
});

test("a cancelled request is told to the program, whose answer counts", async () => {
  const { client, program, answer } = await started();
  const stop = new AbortController();
  const asked = client.request("import", {}, { signal: stop.signal });
  stop.abort();
  assert.deepEqual(program.sent[1], { id: 2, op: "cancel", args: { id: 1 } });
  answer({ id: 2, result: null });
  answer({ id: 1, error: { code: "cancelled", message: "" } });
  await assert.rejects(asked, { code: "cancelled" });
});

test("what was cancelled before it was asked is never sent", async () => {
  const { client, program } = await started();
  await assert.rejects(client.request("search", {}, { signal: AbortSignal.abort() }), { code: "cancelled" });
  assert.deepEqual(program.sent, []);
});

test("a crash refuses everything asked, and is told once", async () => {
  const { client, program, told } = await started();
  const asked = [client.request("search"), client.request("library")];
  program.events.crash("out of memory");
  for (const request of asked) await assert.rejects(request, { code: "crashed" });
  await assert.rejects(client.request("search"), { code: "crashed" });
  program.events.crash("again");
  assert.deepEqual(told.crashes, ["crashed"]);
});

test("after a new start the old program is not heard", async () => {
  const { client, program, told, answer } = await started();
  const old = program.events;
  await client.start();
  assert.equal(program.closed, 1);
  const asked = client.request("library");
  old.answer(JSON.stringify({ id: 1, result: "stale" }));
  old.crash("late");
  answer({ id: 1, result: "fresh" });
  assert.equal(await asked, "fresh");
  assert.deepEqual(told.crashes, []);
});

test("an answer that is no JSON is a crash", async () => {
  const { client, program, told } = await started();
  const asked = client.request("library");
  program.events.answer("{");
  await assert.rejects(asked, { code: "crashed" });
  assert.deepEqual(told.crashes, ["crashed"]);
});

test("a message that is neither an event nor an answer is a crash", async () => {
  const { client, told, answer } = await started();
  const asked = client.request("library");
  answer({ id: 1, rumour: {} });
  await assert.rejects(asked, { code: "crashed" });
  assert.deepEqual(told.crashes, ["crashed"]);
});

test("a program that is stopped on its way is closed when it comes", async () => {
  const ports = [];
  const client = new Client(() => new Promise((come) => ports.push(come)), { notice() {}, crash() {} });
  const first = client.start();
  const second = client.start();
  let closed = "";
  ports.forEach((come, k) => come({ worker: true, post() {}, close: () => (closed += k) }));
  await assert.rejects(first, { code: "crashed" });
  await second;
  assert.equal(closed, "0");
  assert.equal(client.worker, true);
});
