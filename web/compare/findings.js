// Asks what comparing found, and keeps it for as long as the library stays as
// it is: who comes back finds the list as they left it.
import { COMPARE_LISTS } from "../address/route.js";
import { Op } from "../engine/protocol.js";
import { currentLanguage } from "../lang/words.js";
import { dayOf } from "../parts/past-dates.js";
import { KINDS } from "./words.js";

const FEW = 8; // of each kind, while several are shown
const MOST = 1000; // in one answer
const QUESTIONS = 30; // whose answers are kept

/** How many of one kind come at a time. */
export const PAGE = 50;

/**
 * @typedef {{kind: string, items: import("../engine/protocol.js").ComparisonHead[], total: number}} Group
 * @typedef {{facets: import("../engine/protocol.js").CompareFacets, compared: number, leftOut?: number, groups: Group[]}} Found
 * @typedef {{signal: AbortSignal, progress: (told: import("../engine/protocol.js").Progress) => void}} How
 */

const answers = new WeakMap(); // by state of the library

function kept(library) {
  if (!library) return new Map();
  if (!answers.has(library)) answers.set(library, new Map());
  return answers.get(library);
}

function question(route) {
  const args = Object.fromEntries([...COMPARE_LISTS, "document"].map((filter) => [filter, route[filter]]).filter(([, value]) => value.length));
  return { ...args, language: currentLanguage(), today: dayOf(new Date()) };
}

function keyOf(route) {
  return JSON.stringify([question(route), route.kind]);
}

/** What was found before, if it is as much as the route asks for. @returns {Found|undefined} */
export function cachedFindings(session, route) {
  const found = kept(session.library).get(keyOf(route));
  const short = found?.groups.length === 1 && found.groups[0].items.length < Math.min(route.n, found.groups[0].total);
  return short ? undefined : found;
}

/** First what there is of each kind, then some of each. @param {How} how @returns {Promise<Found>} */
export async function findings(session, route, how) {
  await session.ready;
  const known = kept(session.library);
  const all = await session.request(Op.compare, { ...question(route), kinds: KINDS, limit: 1 }, how);
  const kinds = kindsOf(all.facets, route.kind);
  const wanted = kinds.length > 1 ? FEW : route.n || PAGE;
  const groups = await Promise.all(kinds.map(async (kind) => ({ kind, ...(await some(session, route, kind, 0, wanted, how)) })));
  const [only] = groups; // its facets are those of the kind shown
  const facets = route.kind.length === 1 && only ? { ...only.facets, kinds: all.facets.kinds } : all.facets;
  const found = { ...all, facets, groups };
  if (known.size >= QUESTIONS) known.delete(known.keys().next().value);
  known.set(keyOf(route), found);
  return found;
}

/** The next findings of the only kind shown; they are kept with those before. @param {Found} found @param {How} how */
export async function moreFindings(session, route, found, how) {
  const [group] = found.groups;
  const answer = await some(session, route, group.kind, group.items.length, PAGE, how);
  group.items.push(...answer.items);
  group.total = answer.total;
  return answer;
}

// Kinds of which there is something, in their order, among those wanted.
function kindsOf(facets, wanted) {
  return KINDS.filter((kind) => (wanted.length === 0 || wanted.includes(kind)) && facets.kinds.some(({ value }) => value === kind));
}

async function some(session, route, kind, offset, wanted, how) {
  const items = [];
  for (;;) {
    const limit = Math.min(MOST, wanted - items.length);
    const answer = await session.request(Op.compare, { ...question(route), kinds: [kind], offset: offset + items.length, limit }, how);
    items.push(...answer.items);
    if (answer.items.length === 0 || items.length >= wanted || offset + items.length >= answer.total) return { ...answer, items };
  }
}
