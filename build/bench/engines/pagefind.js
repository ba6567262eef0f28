// Pagefind, which searches whole pages and fetches its index in pieces as it
// needs them. It cuts pages into words itself; a query is to be cut by whoever
// asks, its documentation says, so Intl.Segmenter does.
import { words } from "./words.js";

let pagefind;

export default {
  async prepare() {
    pagefind = await import(new URL("pagefind/pagefind.js", import.meta.url).href);
  },
  load: () => pagefind.init(),
  async search(query, k) {
    const { results } = await pagefind.search(words(query).join(" "));
    const pages = await Promise.all(results.slice(0, k).map((result) => result.data()));
    return pages.map(({ url }) => decodeURIComponent(url.split("/").pop().replace(/\.html$/, "")));
  },
};
