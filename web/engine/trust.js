// The one Trusted Types policy of the page. It lets through the address of a
// script only when that script is ours: of this version of the site, or its
// service worker. Nothing else can become code, and nothing becomes markup.
import { siteFolder, versionFolder } from "../address/site.js";

/** The site's service worker. */
export const siteWorker = new URL("sw.js", siteFolder).href;

function check(address) {
  const url = new URL(address, versionFolder).href;
  if (url.startsWith(versionFolder) || url === siteWorker) return url;
  throw new TypeError(`not a script of this site: ${url}`);
}

const policy = globalThis.trustedTypes?.createPolicy("fenghui", { createScriptURL: check });

/** @param {string} address @returns {string|TrustedScriptURL} */
export function scriptAddress(address) {
  return policy ? policy.createScriptURL(address) : check(address);
}
