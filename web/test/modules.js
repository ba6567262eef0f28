// The modules of the page, as the tests that read all of them need them.
import { readdirSync, readFileSync } from "node:fs";

const web = new URL("../", import.meta.url);

/** The text of a file, by its path in web/. @param {string} name */
export const read = (name) => readFileSync(new URL(name, web), "utf8");

/** The files of a folder, by their paths in web/. @param {string} folder */
export const files = (folder) => readdirSync(new URL(`${folder}/`, web), { withFileTypes: true })
  .filter((entry) => entry.isFile()).map(({ name }) => (folder === "." ? name : `${folder}/${name}`));

/** The folders of the page, "." for web/ itself; tests are no part of it. */
export const folders = [".", ...readdirSync(web, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== "test").map(({ name }) => name)];

/** All modules, by their paths in web/. */
export const modules = folders.flatMap(files).filter((name) => name.endsWith(".js"));
