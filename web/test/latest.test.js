import assert from "node:assert/strict";
import test from "node:test";
import { LatestWithProgress } from "../parts/latest-with-progress.js";
import { Latest } from "../engine/latest.js";

/** Questions that are answered, or refused, when the test says so. */
function asking() {
  const latest = new Latest();
  const signals = [];
  const ask = () => {
    let settle;
    const answer = latest.ask((signal) => {
      signals.push(signal);
      return new Promise((resolve, reject) => (settle = { resolve, reject }));
    });
    return { answer, ...settle };
  };
  return { latest, ask, signals };
}

test("an answer that comes after another question is dropped, whichever comes first", async () => {
  const { ask, signals } = asking();
  const [first, second] = [ask(), ask()];
  second.resolve("second");
  first.resolve("first");
  assert.equal(await first.answer, null);
  assert.equal(await second.answer, "second");
  assert.deepEqual(signals.map((signal) => signal.aborted), [true, false]);
});

test("the failure of a question that another has followed is dropped too", async () => {
  const { ask } = asking();
  const [first, second] = [ask(), ask()];
  first.reject(new Error("cancelled"));
  second.resolve("second");
  assert.equal(await first.answer, null);
  assert.equal(await second.answer, "second");
});

test("the failure of the latest question counts, and that of one that was cancelled", async () => {
  const { latest, ask } = asking();
  const one = ask();
  latest.cancel();
  one.reject(new Error("cancelled"));
  await assert.rejects(one.answer, /cancelled/);
});

test("what was given up answers nothing", async () => {
  const { latest, ask } = asking();
  const one = ask();
  latest.stop();
  one.resolve("late");
  assert.equal(await one.answer, null);
});

/** A progress bar that knows whether it is shown, and its button. */
function progressBar() {
  return {
    shown: false, told: [],
    begin(cancel) {
      Object.assign(this, { shown: true, cancel });
    },
    update(progress) {
      this.told.push(progress);
    },
    end() {
      this.shown = false;
    },
  };
}

test("the bar is shown until the latest question is answered", async () => {
  const bar = progressBar();
  const latest = new LatestWithProgress(bar);
  let settle;
  const first = latest.ask(() => new Promise((resolve) => (settle = resolve)));
  let settleSecond;
  const second = latest.ask(({ progress }) => new Promise((resolve) => (progress("half"), (settleSecond = resolve))));
  settle("first");
  assert.equal(await first, null);
  assert.equal(bar.shown, true);
  settleSecond("second");
  assert.equal(await second, "second");
  assert.deepEqual([bar.shown, bar.told], [false, ["half"]]);
});

test("the bar's button stops the question, which fails; what is given up does not", async () => {
  const bar = progressBar();
  const latest = new LatestWithProgress(bar);
  const ask = () => latest.ask(({ signal }) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("cancelled")))));
  const stopped = ask();
  bar.cancel();
  await assert.rejects(stopped, /cancelled/);
  assert.equal(bar.shown, false);
  const left = ask();
  latest.stop();
  assert.equal(bar.shown, false);
  assert.equal(await left, null);
});
