// What the site would fetch stands in the page itself, packed: an address that
// begins with inline: is that of a block of it.

const network = globalThis.fetch;

globalThis.fetch = (address, how) => {
  const block = document.getElementById(String(address));
  if (!block) return network(address, how);
  const names = document.getElementById(block.id.replace(/[^/]*$/, "names.json"));
  return names ? named(block, names) : unpacked(block);
};

// The words of a language are a list; their names stand in the page once.
async function named(...blocks) {
  const [words, names] = await Promise.all(blocks.map(async (block) => (await unpacked(block)).json()));
  return new Response(JSON.stringify(Object.fromEntries(names.map((name, k) => [name, words[k]]).filter(([, word]) => word !== null))));
}

async function unpacked(block) {
  const packed = new Blob([bytesOf(block.textContent, Number(block.dataset.size))]).stream();
  return new Response(packed.pipeThrough(new DecompressionStream("gzip")), { headers: { "Content-Type": block.dataset.type } });
}

// Two letters from "!" on are 13 bits, in base 91; "|" stands for "<", which
// could end the block.
function bytesOf(text, size) {
  const bytes = new Uint8Array(size);
  const value = (at) => (text.charCodeAt(at) === 124 ? 60 : text.charCodeAt(at)) - 33;
  let bits = 0;
  let count = 0;
  for (let from = 0, to = 0; to < size; from += 2) {
    bits = (bits << 13) | (value(from) * 91 + value(from + 1));
    for (count += 13; count >= 8 && to < size; ) bytes[to++] = bits >> (count -= 8);
    bits &= (1 << count) - 1;
  }
  return bytes;
}
