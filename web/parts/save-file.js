// Saves what the page has made as a file.
import { t } from "../lang/words.js";

/** A name that says what is in the file. @param {string[]} labels of what is set @param {string} ending @param {string} [first] what it is a file of */
export function fileName(labels, ending, first = t("figures.file")) {
  const parts = [first, ...labels, new Date().toISOString().slice(0, 10)];
  const name = parts.map((part) => part.replace(/[\s\p{C}\\/:*?"<>|：]+/gu, " ").trim().replaceAll(" ", "-")).join("_");
  return `${[...name].slice(0, 100).join("")}.${ending}`;
}

/** Has the browser save a file. @param {string|Blob} content @param {string} name @param {string} type media type */
export function saveFile(content, name, type) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // some browsers fetch it later
}
