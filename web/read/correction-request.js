// From a figure marked in a text to what its reader says of it.
import { ErrorCode, Op } from "../engine/protocol.js";

/**
 * Keeps what a reader says of a figure.
 * @param {import("../page/stage.js").Context} context
 * @param {import("../engine/protocol.js").FigureArgs} place of the figure
 * @param {{correction: import("../engine/protocol.js").CorrectionSaid|null, failed: () => void}} said failed: it cannot be read
 * @returns {Promise<import("../engine/protocol.js").FigureCard|null>} null: it was not kept, and the reader knows
 */
export async function correct({ session, report }, place, { correction, failed }) {
  try {
    return await session.request(Op.correct, { ...place, correction });
  } catch (error) {
    if (error.code === ErrorCode.badRequest) failed();
    else report(error);
    return null;
  }
}
