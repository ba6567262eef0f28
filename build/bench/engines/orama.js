// Orama with its tokenizer and its stop words for Mandarin, as its
// documentation of Chinese says. A question need not be matched in all words.
import { create, insertMultiple, load, save, search } from "@orama/orama";
import { stopwords } from "@orama/stopwords/mandarin";
import { createTokenizer } from "@orama/tokenizers/mandarin";

const empty = () => create({
  schema: { title: "string", text: "string" },
  components: { tokenizer: createTokenizer({ language: "mandarin", stopWords: stopwords }) },
});
let db;

export default {
  async build(docs) {
    const built = empty();
    await insertMultiple(built, docs, 500);
    return new TextEncoder().encode(JSON.stringify(save(built)));
  },
  prepare: (bytes) => new TextDecoder().decode(bytes),
  load(json) {
    db = empty();
    load(db, JSON.parse(json));
  },
  search: async (query, limit) => (await search(db, { term: query, limit })).hits.map((hit) => hit.id),
};
