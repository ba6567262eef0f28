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

// Five letters from "!" on are four bytes, in base 85; "v" stands for "<",
// which could end the block.
function bytesOf(text, size) {
  const bytes = new DataView(new ArrayBuffer((text.length / 5) * 4));
  for (let i = 0; i < text.length; i += 5) {
    let number = 0;
    for (let k = i; k < i + 5; k++) {
      const letter = text.charCodeAt(k);
      number = number * 85 + (letter === 118 ? 60 : letter) - 33;
    }
    bytes.setUint32((i / 5) * 4, number);
  }
  return new Uint8Array(bytes.buffer, 0, size);
}
