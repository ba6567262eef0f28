// What the site would fetch stands in the page itself, packed: an address that
// begins with inline: is that of a block of it.

const network = globalThis.fetch;

globalThis.fetch = (address, how) => {
  const block = document.getElementById(String(address));
  return block ? unpacked(block) : network(address, how);
};

async function unpacked(block) {
  const packed = new Blob([bytesOf(block.textContent)]).stream();
  return new Response(packed.pipeThrough(new DecompressionStream("gzip")), { headers: { "Content-Type": block.dataset.type } });
}

function bytesOf(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  return bytes;
}
