import assert from "node:assert/strict";
import test from "node:test";
import { parse } from "../address/route.js";
import { cachedFindings, findings, moreFindings } from "../compare/findings.js";

// A library with so many findings of each kind, and what it has been asked.
function session(counts) {
  const asked = [];
  const kinds = Object.entries(counts).map(([value, count]) => ({ value, count }));
  async function request(op, { kinds: wanted, offset = 0, limit }) {
    asked.push({ wanted, offset, limit });
    const total = kinds.filter(({ value }) => wanted.includes(value)).reduce((sum, { count }) => sum + count, 0);
    const length = Math.max(0, Math.min(limit, 1000, total - offset));
    return { total, compared: 9, facets: { kinds }, items: Array.from({ length }, (_, n) => ({ kind: wanted[0], key: String(offset + n) })) };
  }
  return { ready: Promise.resolve(), library: {}, request, asked };
}

const sizes = ({ groups }) => Object.fromEntries(groups.map(({ kind, items }) => [kind, items.length]));

test("of all kinds there are some each, of one kind there are many", async () => {
  const library = session({ series: 12, calendar: 3, check: 70 });
  assert.deepEqual(sizes(await findings(library, parse("#/compare"))), { series: 8, check: 8, calendar: 3 });
  assert.deepEqual(sizes(await findings(library, parse("#/compare?kind=check"))), { check: 50 });
  assert.deepEqual(sizes(await findings(library, parse("#/compare?kind=board"))), {});
});

test("more than one answer holds is asked for in several", async () => {
  const library = session({ check: 2500 });
  const found = await findings(library, parse("#/compare?kind=check&n=2300"));
  assert.deepEqual(sizes(found), { check: 2300 });
  assert.deepEqual(found.groups[0].items.map(({ key }) => Number(key)), Array.from({ length: 2300 }, (_, n) => n));
  await moreFindings(library, parse("#/compare?kind=check&n=2300"), found);
  assert.deepEqual(sizes(found), { check: 2350 });
});

test("what was found is at hand until the library is another, or more of it is wanted", async () => {
  const library = session({ check: 120 });
  const route = parse("#/compare?kind=check");
  assert.equal(cachedFindings(library, route), undefined);
  const found = await findings(library, route);
  assert.equal(cachedFindings(library, route), found);
  assert.equal(cachedFindings(library, parse("#/compare?kind=check&n=100")), undefined);
  await moreFindings(library, route, found);
  assert.equal(cachedFindings(library, parse("#/compare?kind=check&n=100")), found);
  assert.equal(cachedFindings(library, parse("#/compare?kind=check&party=%E7%94%B2")), undefined);
  library.library = {};
  assert.equal(cachedFindings(library, route), undefined);
  library.library = null; // not open yet
  assert.equal(cachedFindings(library, route), undefined);
});
