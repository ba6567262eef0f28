// What a reader of Markdown sees, line for line: no code fences, no rules of
// tables, no addresses of links, no pictures, no signs around strong words.
// Front matter and headings stay as they are, and so do records.
const RECORD = /^---\r?\n[^]*\{[¶S][1-9]/; // its paragraphs name their sources

/** @param {string} text @returns {string} */
export function plainMarkdown(text) {
  if (RECORD.test(text)) return text;
  let front = /^---\r?\n/.test(text);
  let code = false;
  const lines = [];
  for (const [n, line] of text.split("\n").entries()) {
    const bare = line.trim();
    if (front) {
      front = n === 0 || bare !== "---";
      lines.push(line);
    } else if (/^(```|~~~)/.test(bare)) code = !code;
    else if (code) lines.push(line);
    else if (!/^(?=.*\|)(?=.*--)[|: -]+$/.test(bare)) lines.push(plain(bare));
  }
  return lines.join("\n");
}

function plain(bare) {
  let text = bare.startsWith(">") ? bare.replace(/^[> ]+/, "") : bare;
  if (/^\|.*\|$/.test(text)) text = text.split("|").join(" ").trim().split(/\s+/).join(" ");
  text = text.replace(/(!?)\[([^\[\]]{0,600})\]\([^()]{0,600}\)/g, (_, picture, words) => (picture ? "" : words));
  if (!/^\*\*(?:(?!\*\*).)+\*\*$/.test(text)) text = withoutPairs(withoutPairs(text, "**"), "`"); // one all around is a heading
  return text.replace(/\\([*_#[\]`|.])/g, "$1");
}

function withoutPairs(text, mark) {
  const parts = text.split(mark);
  return parts.length % 2 ? parts.join("") : text;
}
