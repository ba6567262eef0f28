// Where the files of the site are. Whichever modules the builder joins this one
// with, the result lies in the folder of its version, and that folder in the
// folder of the site.

/** The folder of this version, with a slash at its end. */
export const versionFolder = new URL("./", import.meta.url).href;

/** The folder of the site, with a slash at its end. */
export const siteFolder = new URL("../", import.meta.url).href;
