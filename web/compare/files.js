// A comparison as files: its rows for a spreadsheet, its drawing as SVG, and
// the same as a picture.
import { pageAddress } from "../address/public.js";
import { format } from "../address/route.js";
import { NAMES, sheetRow } from "../figures/columns.js";
import { linkTo, sheet } from "../figures/sheet.js";
import { stepsOf } from "../figures/words.js";
import { t } from "../lang/words.js";
import { fileName, saveFile } from "../parts/save-file.js";

const SCALE = 2; // pixels of the picture for one of the drawing
const LINK = "link"; // last in every row

/** @typedef {import("../engine/protocol.js").Comparison} Comparison */

/** The kinds of files it can be downloaded as. @param {Comparison} comparison @returns {string[]} */
export function endings({ svg }) {
  return svg ? ["csv", "svg", "png"] : ["csv"];
}

/** Has the browser save one of them. @param {Comparison} comparison @param {string} ending @returns {Promise<string>} its name */
export async function download(comparison, ending) {
  const { type, write } = FILES[ending];
  const name = fileName([comparison.head.title], ending, t("compare.file"));
  saveFile(await write(comparison), name, type);
  return name;
}

const FILES = {
  csv: { type: "text/csv;charset=utf-8", write: table },
  svg: { type: "image/svg+xml", write: ({ svg }) => svg },
  png: { type: "image/png", write: ({ svg }) => picture(svg) },
};

function table({ rows, places = [] }) {
  const steps = stepsOf(rows.map(({ figure }) => figure), "full");
  return sheet([...rows.map((row) => told(row, steps)), ...places.map(said)]);
}

function told({ figure, label, told: words, low, high, derived }, steps) {
  const marked = derived ? t("compare.derived") : "";
  return { label, told: words, low, high, derived: marked, ...sheetRow(NAMES, figure, steps), [LINK]: linkTo(figure, pageAddress()) };
}

function said({ document: id, title, date, organisation, passage, speaker, said: called, stageName, sentence }) {
  const link = new URL(format({ view: "read", id, p: passage + 1 }), pageAddress()).href;
  return {
    told: called, stage: stageName, date, organisation, document: title, passage: String(passage + 1), speaker,
    sentence: sentence.map((run) => run.text).join(""), [LINK]: link,
  };
}

function undrawn(cause) {
  return Object.assign(new Error("the picture could not be drawn", { cause }), { code: "no-picture" });
}

/** Draws an SVG file as a picture. @param {string} svg @returns {Promise<Blob>} PNG */
async function picture(svg) {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode().catch((cause) => Promise.reject(undrawn(cause)));
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * SCALE;
    canvas.height = image.naturalHeight * SCALE;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((made, failed) => canvas.toBlob((blob) => (blob ? made(blob) : failed(undrawn())), "image/png"));
  } finally {
    URL.revokeObjectURL(address);
  }
}
