// The one Trusted Types policy of the page. It lets through the address of a
// script only when that script is ours: beside this module, or the service
// worker of the site. Nothing else can become code, and nothing becomes markup.

const ours = new URL("./", import.meta.url).href;

/** The site's service worker. */
export const siteWorker = new URL("../sw.js", import.meta.url).href;

function check(address) {
  const url = new URL(address, ours).href;
  if (url.startsWith(ours) || url === siteWorker) return url;
  throw new TypeError(`not a script of this site: ${url}`);
}

const policy = globalThis.trustedTypes?.createPolicy("fenghui", { createScriptURL: check });

/** @param {string} address @returns {string|TrustedScriptURL} */
export function scriptAddress(address) {
  return policy ? policy.createScriptURL(address) : check(address);
}
