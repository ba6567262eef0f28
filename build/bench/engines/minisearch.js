// MiniSearch, with a tokenizer of one's own, as its documentation has it for
// languages without spaces.
import MiniSearch from "minisearch";

export function engine(tokenize) {
  const options = { fields: ["title", "text"], tokenize };
  let index;
  return {
    async build(docs) {
      const built = new MiniSearch(options);
      built.addAll(docs);
      return new TextEncoder().encode(JSON.stringify(built));
    },
    prepare: (bytes) => new TextDecoder().decode(bytes),
    load(json) {
      index = MiniSearch.loadJSON(json, options);
    },
    search: (query, k) => index.search(query).slice(0, k).map((hit) => hit.id),
  };
}
