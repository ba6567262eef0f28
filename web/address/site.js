// Where the files of the site are. Whatever module the builder joins this one
// with, they come to lie side by side in the folder of their version, and that
// one in the folder of the site.

/** The folder of this version, with a slash at its end. */
export const versionFolder = new URL("./", import.meta.url).href;

/** The folder of the site, with a slash at its end. */
export const siteFolder = new URL("../", import.meta.url).href;
