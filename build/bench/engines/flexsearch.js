// FlexSearch with its encoder for Chinese, Japanese and Korean. It cuts into
// single ideographs, so the neighbourhood of each ("context") is indexed too;
// "suggest" also finds what does not have everything that is asked for.
import { Charset, Index } from "flexsearch";

const empty = () => new Index({ encoder: Charset.CJK, tokenize: "strict", context: { depth: 1, bidirectional: false, resolution: 9 } });
let index;

export default {
  async build(docs) {
    const built = empty();
    docs.forEach(({ title, text }, i) => built.add(i, `${title}\n${text}`));
    const parts = { ids: JSON.stringify(docs.map(({ id }) => id)) };
    await built.export((key, data) => {
      if (data !== undefined) parts[key] = data;
    });
    return new TextEncoder().encode(JSON.stringify(parts));
  },
  prepare: (bytes) => JSON.parse(new TextDecoder().decode(bytes)),
  load({ ids, ...parts }) {
    const fresh = empty();
    for (const [key, data] of Object.entries(parts)) fresh.import(key, data);
    index = { fresh, ids: JSON.parse(ids) };
  },
  search: (query, limit) => index.fresh.search(query, { limit, suggest: true }).map((i) => index.ids[i]),
};
