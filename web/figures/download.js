// Downloads all figures that pass the filters as one file, with progress and a
// way to stop it.
import { pageAddress } from "../address/public.js";
import { usualUnits } from "../lang/numbers.js";
import { t } from "../lang/words.js";
import { fileName, saveFile } from "../parts/save-file.js";
import { parseColumns } from "./columns.js";
import { settings } from "./filters.js";
import { figures, question } from "./pages.js";
import { csv, json } from "./sheet.js";

const FILES = {
  csv: { type: "text/csv;charset=utf-8", write: (list, route) => csv(list, parseColumns(route.cols), route.units || usualUnits(), pageAddress()) },
  json: { type: "application/json", write: (list, route) => json(list, route, pageAddress()) },
};

// They come in the order of the texts, in which each is read but once, and are
// put into the order asked for here.
async function all(session, route, how) {
  const answer = await figures(session, { ...question(route), ranked: true }, { wanted: Infinity, ...how });
  const list = answer.figures.toSorted((a, b) => a.rank - b.rank).map(({ rank, ...figure }) => figure);
  return { ...answer, figures: list };
}

/**
 * @param {import("../engine/session.js").Session} session
 * @param {import("../address/route.js").Route} route
 * @param {"csv"|"json"} ending
 * @param {{bar: import("../parts/progress.js").ProgressBar, facets: import("../engine/protocol.js").FigureFacets, title: (id: string) => string}} page
 * @returns {Promise<string>} what to tell the reader
 */
export async function download(session, route, ending, { bar, facets, title }) {
  const stopping = new AbortController();
  bar.begin(() => stopping.abort());
  try {
    const got = (done, total) => bar.update({ stage: "collect-figures", done, total });
    const answer = await all(session, route, { signal: stopping.signal, progress: (told) => bar.update(told), got });
    const name = fileName(settings(route, facets, title).map(({ label }) => label), ending);
    saveFile(FILES[ending].write(answer.figures, route), name, FILES[ending].type);
    return t("figures.saved", { count: answer.figures.length, name });
  } catch (error) {
    if (error.code !== "cancelled") throw error;
    return t("error.cancelled");
  } finally {
    bar.end();
  }
}
