// Imports sources in batches, so that a thousand files are never in memory
// together, and stopping keeps what was added before.
import { Op } from "../engine/protocol.js";
import { MAX_FILES } from "./sources.js";

const FILES = 50; // at once
const CHARACTERS = 2 << 20; // at once

/**
 * @param {import("../engine/session.js").Session} session
 * @param {{sources: import("./sources.js").Source[], left: number}} taken
 * @param {{signal: AbortSignal, progress: (progress: import("../engine/protocol.js").Progress) => void}} asking
 * @returns {Promise<import("../engine/protocol.js").ImportResult[]>} one for each source, in order
 */
export async function importInBatches(session, { sources, left }, { signal, progress }) {
  const results = [];
  const total = sources.length;
  while (results.length < total && !signal.aborted) {
    const done = results.length;
    const files = await readBatch(sources.slice(done, done + FILES), (name) => progress({ stage: "read-files", done, total, name }));
    if (signal.aborted) break; // what was read is not added any more
    const told = ({ stage, done: within, total: of, name }) =>
      progress({ stage, name, total, done: done + Math.floor(of > 0 && stage === "read-figures" ? (within / of) * files.length : 0) });
    const answer = await session.request(Op.import, { files, more: true }, { signal, progress: told });
    results.push(...answer.files.map((result, n) => withRemarks(result, sources[done + n])));
    if (answer.files.every(({ reason }) => reason === "quota")) break;
  }
  const reason = signal.aborted ? "cancelled" : "quota";
  results.push(...sources.slice(results.length).map(({ name }) => ({ name, status: "refused", reason })));
  if (left > 0) results.push({ name: "…", status: "refused", reason: "too-many", detail: String(left), most: MAX_FILES });
  return results;
}

/** The first files that are read together. @param {import("./sources.js").Source[]} sources @param {(name: string) => void} tell */
export async function readBatch(sources, tell) {
  const files = [];
  let size = 0;
  for (const source of sources) {
    tell(source.name);
    const file = await source.read();
    files.push(source.amend ? { ...file, amend: source.amend } : file);
    if ((size += file.text.length) > CHARACTERS) break;
  }
  return files;
}

function withRemarks(result, { remarks }) {
  return result.status === "refused" || remarks.length === 0 ? result : { ...result, remarks: [...remarks, ...(result.remarks ?? [])] };
}
