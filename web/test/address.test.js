import assert from "node:assert/strict";
import test from "node:test";
import { comparing, format, parse } from "../address/route.js";

const empty = {
  view: "overview", id: "", of: "", q: "", from: "", to: "", p: 0, f: 0, n: 0, lang: "",
  text: "", value: "", period: "", document: "", sort: "", cols: "", units: "", times: false, doubtful: false,
  kind: [], measure: [], indicator: [], party: [], status: [], bound: [], unit: [], speech: [], summit: [], verdict: [], show: "",
  country: [], person: [], topic: [], literal: false,
};

const addresses = {
  "": {},
  "#/": {},
  "#view": {},
  "#/nowhere?q=x": { q: "x" },
  "#/search?q=%E8%B4%B8%E6%98%93%E9%A2%9D": { view: "search", q: "贸易额" },
  "#/search?q=a+b%2Bc": { view: "search", q: "a b+c" },
  "#/search?q=x&from=2025-01-01&to=soon&summit=A&summit=B&summit=A&n=40": { view: "search", q: "x", from: "2025-01-01", summit: ["A", "B"], n: 40 },
  "#/read/a-01%2F?p=12&q=x": { view: "read", id: "a-01/", p: 12, q: "x" },
  "#/read/a?p=12&f=3": { view: "read", id: "a", p: 12, f: 3 },
  "#/figures?kind=money&kind=share&party=%E6%97%A5%E6%9C%AC&times=1&doubtful=yes": { view: "figures", kind: ["money", "share"], party: ["日本"], times: true },
  "#/figures?sort=-value&units=zh&cols=quote,value&n=100": { view: "figures", sort: "-value", units: "zh", cols: "quote,value", n: 100 },
  "#/figures?sort=quote&units=de&cols=%3Cb%3E": { view: "figures" },
  "#/read/a%E8?p=-1": { view: "read", id: "a%E8", p: -1 },
  "#/read/a?p=0&f=1": { view: "read", id: "a", p: -1, f: 1 },
  "#/read/a?p=4&f=x": { view: "read", id: "a", p: 4, f: -1 },
  "#/read/a?p=9999999": { view: "read", id: "a", p: -1 },
  "#/compare?kind=board&verdict=agree&party=A": { view: "compare", kind: ["board"], verdict: ["agree"], party: ["A"] },
  "#/compare/series/a%2Fb%2F?show=table": { view: "comparison", of: "series", id: "a/b/", show: "table" },
  "#/compare/event/a/b%?show=pie": { view: "comparison", of: "event", id: "a/b%" },
  "#/compare/series": { view: "compare" },
  "#/draft": { view: "draft" },
  "#/read/": {},
  "#/library?lang=en": { view: "library", lang: "en" },
  "#/help": { view: "help" },
  "#/search?q=x&from=2025-99-99": { view: "search", q: "x" },
  "#/search?q=x&sort=-date&literal=1": { view: "search", q: "x", sort: "-date", literal: true },
  "#/search?q=x&order=-date&own=1": { view: "search", q: "x", sort: "-date", literal: true }, // a link of an earlier version
  "#/search?q=x&sort=date&order=-date": { view: "search", q: "x", sort: "date" },
  "#/search?q=x&sort=value": { view: "search", q: "x" },
  "#/figures?sort=date": { view: "figures" },
};

for (const [hash, route] of Object.entries(addresses)) {
  test(`reads ${hash || "an empty address"}`, () => assert.deepEqual(parse(hash), { ...empty, ...route }));
}

const routes = [
  { view: "overview" },
  { view: "search", q: '"跨里海" -x+y&z=#', from: "2025-01-01", to: "2025-12-31", summit: ["上海合作组织", "C5+1"], n: 40, lang: "en" },
  { view: "search", q: "里海", sort: "-date", literal: true },
  { view: "read", id: "2025-上合/?#", p: 3, q: "100%" },
  { view: "read", id: "a", p: 12, f: 3 },
  { view: "read", id: "a", p: -1, f: -1 },
  { view: "figures", indicator: ["甲对乙投资"], speech: ["direct"] },
  { view: "figures", text: "外贸 x", value: ">=1.5bn usd", period: "2020..2025", measure: ["trade.turnover"], status: ["target", "plan"], doubtful: true, cols: "quote,value", units: "full", sort: "-period" },
  { view: "compare", kind: ["series", "check"], verdict: ["suspect"], measure: ["trade.turnover"], document: "a" },
  { view: "comparison", of: "series", id: "贸易额/?#", show: "chart", lang: "en" },
  { view: "since" },
  { view: "since", id: "中亚-俄罗斯·C5+1/?", from: "2022-10-14", to: "2025-10-09" },
  { view: "partner" },
  { view: "partner", of: "甲/乙?", id: "中亚+日本", lang: "en" },
  { view: "library" },
];

for (const route of routes) {
  test(`writes what it reads: ${JSON.stringify(route)}`, () => {
    assert.deepEqual(parse(format(route)), { ...empty, ...route });
  });
}

test("leaves out what is not set", () => {
  assert.equal(format({ ...empty, view: "search" }), "#/search");
  assert.equal(format(empty), "#/");
});

test("what is shown is compared", () => {
  const from = (hash) => format(comparing(parse(hash)));
  assert.equal(from("#/figures?measure=trade.turnover&party=%E7%94%B2&kind=money&sort=-value&n=100"), "#/compare?measure=trade.turnover&party=%E7%94%B2");
  assert.equal(from("#/read/2025-a%2Fb?p=3&f=1"), "#/compare?document=2025-a%2Fb");
  assert.equal(from("#/compare/board/some%2Fkey?show=table"), "#/compare");
  assert.equal(from("#/"), "#/compare");
});
