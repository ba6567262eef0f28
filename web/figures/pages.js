// Asks for figures, as many as are wanted, in as many questions as it takes.
import { FIGURE_LISTS, FIGURE_SWITCHES, FIGURE_TEXTS } from "../address/route.js";
import { Op } from "../engine/protocol.js";
import { currentLanguage } from "../lang/words.js";

const MOST = 1000; // figures in one answer

/** The question a route asks. @param {import("../address/route.js").Route} route @returns {import("../engine/protocol.js").FiguresArgs} */
export function question(route) {
  const named = [...FIGURE_TEXTS, ...FIGURE_LISTS, ...FIGURE_SWITCHES, "sort"].map((name) => [name, route[name]]);
  return { ...Object.fromEntries(named.filter(([, value]) => (Array.isArray(value) ? value.length : value))), language: currentLanguage() };
}

/**
 * One answer with the figures from offset on, `wanted` of them or all there are.
 * @param {import("../engine/session.js").Session} session
 * @param {import("../engine/protocol.js").FiguresArgs} args
 * @param {{offset?: number, wanted: number, signal?: AbortSignal, progress?: (progress: import("../engine/protocol.js").Progress) => void,
 *   got?: (done: number, total: number) => void}} how
 * @returns {Promise<import("../engine/protocol.js").FiguresAnswer>}
 */
export async function figures(session, args, { offset = 0, wanted, signal, progress, got }) {
  const all = [];
  for (;;) {
    const limit = Math.min(MOST, wanted - all.length);
    const answer = await session.request(Op.figures, { ...args, offset: offset + all.length, limit }, { signal, progress });
    const found = answer.figures ?? [];
    all.push(...found);
    got?.(all.length, answer.total);
    const rest = Math.min(wanted - all.length, answer.total - offset - all.length);
    if (rest <= 0 || found.length === 0) return { ...answer, figures: all };
  }
}
