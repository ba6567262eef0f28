// The one script other pages need; it stays at its address while the site
// changes. The builder fills in where the version's files are.
//
//   <script type="module" src="/fenghui/explorer.js"></script>
//   <fenghui-explorer view="compare" query="贸易额"></fenghui-explorer>
import { Explorer } from "./{{base}}element.js";
export { furnish, share } from "./{{base}}element.js";

/** What the site's own page tells <fenghui-app>. */
export const site = JSON.parse(`{{site}}`);

if (!customElements.get("fenghui-explorer")) customElements.define("fenghui-explorer", Explorer);
