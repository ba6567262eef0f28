// A page that a browser has saved as one file (.mhtml, also .eml): its first
// part that is a page, or text.

// The lines a part begins with, to the empty one.
const HEAD = /^(?:\r?\n)?(?:[!-9;-~]+:.*\r?\n(?:[ \t].*\r?\n)*)+\r?\n/;

/** @param {Uint8Array} bytes @returns {Uint8Array|null} null: it is no such file */
export function pageOf(bytes) {
  const letters = (some) => new TextDecoder("latin1").decode(some); // as many as there are bytes
  if (!said(letters(bytes.subarray(0, 4000)), "MIME-Version")) return null;
  const text = letters(bytes);
  const boundary = /boundary="?([^";\r\n]+)/i.exec(said(HEAD.exec(text)?.[0] ?? "", "Content-Type"))?.[1];
  let at = 0;
  for (const part of boundary ? text.split(`--${boundary}`) : [text]) {
    const head = HEAD.exec(part)?.[0] ?? "";
    if (/^text\/(html|plain)/i.test(said(head, "Content-Type"))) {
      return plain(bytes.subarray(at + head.length, at + part.length), part.slice(head.length), said(head, "Content-Transfer-Encoding"));
    }
    at += part.length + 2 + (boundary?.length ?? 0);
  }
  return null;
}

const said = (head, name) => head.match(new RegExp(`^${name}:\\s*(.*(?:\\r?\\n[ \\t].*)*)`, "im"))?.[1] ?? "";

function plain(bytes, text, encoding) {
  if (/quoted-printable/i.test(encoding)) return loose(text.replace(/=[ \t]*\r?\n/g, "").replace(/=([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(parseInt(code, 16))));
  return /base64/i.test(encoding) ? loose(atob(text.replace(/[^a-z0-9+/]/gi, ""))) : bytes;
}

const loose = (text) => Uint8Array.from(text, (c) => c.charCodeAt(0));
