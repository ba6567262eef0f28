// The modules of the page, as the tests that read all of them need them.
import { readdirSync, readFileSync } from "node:fs";

const web = new URL("../", import.meta.url);

/** The text of a file, by its path in web/. @param {string} name */
export const read = (name) => readFileSync(new URL(name, web), "utf8");

/** The files of a folder, by their paths in web/. @param {string} folder */
export const files = (folder) => readdirSync(new URL(`${folder}/`, web), { withFileTypes: true })
  .flatMap((entry) => (entry.isDirectory() ? [] : [folder === "." ? entry.name : `${folder}/${entry.name}`]));

const folders = readdirSync(web, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== "test").map((entry) => entry.name);

/** All modules but tests, by their paths in web/. */
export const modules = [".", ...folders].flatMap(files).filter((name) => name.endsWith(".js"));
