// Ways of cutting Chinese for engines that bring none.
const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
const HAN = /\p{Script=Han}/u;
const RUNS = /\p{Script=Han}+|[\p{L}\p{N}]+/gu;

/** Words as the browser knows them. */
export function words(text) {
  const found = [];
  for (const { segment, isWordLike } of segmenter.segment(text)) if (isWordLike) found.push(segment.toLowerCase());
  return found;
}

/** Neighbouring pairs of ideographs; letters and digits in runs. */
export function pairs(text) {
  const found = [];
  for (const [run] of text.toLowerCase().matchAll(RUNS)) {
    const letters = HAN.test(run) ? [...run] : null;
    if (!letters || letters.length === 1) found.push(run);
    else for (let i = 1; i < letters.length; i++) found.push(letters[i - 1] + letters[i]);
  }
  return found;
}
