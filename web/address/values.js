// How the values of an address are read. Each function takes all values of one
// name, in the order of the address; what cannot be used counts as not given.

export function asText([value = ""]) {
  return value;
}

export function asList(values) {
  return [...new Set(values.filter(Boolean))];
}

export function asFlag([value]) {
  return value === "1";
}

export function asCount([value = ""]) {
  return /^\d{1,6}$/.test(value) ? Number(value) : 0;
}

/** A paragraph or figure from 1; 0 where none is asked for, -1 for one that cannot exist, so that the reader is told. */
export function asPlace([value]) {
  return value === undefined ? 0 : /^[1-9]\d{0,5}$/.test(value) ? Number(value) : -1;
}

export function asDay([value = ""]) {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : "";
}

/** @param {RegExp} pattern of the values there are */
export function matching(pattern) {
  return ([value = ""]) => (pattern.test(value) ? value : "");
}
