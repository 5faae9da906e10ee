const [C, D, E, G, H, I, N, S, U, X] = [...'cdeghinsux'].map((char) => char.charCodeAt(0));

/**
 * Where a word's stem ends: a light English stemmer that only has to treat all texts alike (`caching` and `caches` are one).
 * Minus one: the stem is the word with `y` in place of its last three bytes, `ies`. Takes lower-case bytes from `from` to `to`.
 */
export function stemEnd(word: Uint8Array, from: number, to: number): number {
  let end = to;
  if (word[end - 1] === S) {
    if (end - from >= 6 && word[end - 3] === I && word[end - 2] === E) return -1;
    end -= pluralEnding(word, from, end);
  }
  if (end - from >= 7 && word[end - 1] === G && word[end - 2] === N && word[end - 3] === I) end -= 3;
  if (end - from >= 6 && word[end - 1] === D && word[end - 2] === E) end -= 2;
  return end - from >= 4 && word[end - 1] === E ? end - 1 : end;
}

/** Length of the plural's ending: `classes`, `boxes` and `pages`, but not `class` nor `status`. */
function pluralEnding(word: Uint8Array, from: number, end: number): number {
  const length = end - from;
  const last = word[end - 2];
  if (last === E && isHissing(word[end - 4], word[end - 3]) && length >= (word[end - 3] === X ? 5 : 6)) return 2;
  return length >= 4 && last !== S && last !== U ? 1 : 0;
}

/** After `ss`, `sh`, `ch` and `x` a plural ends in `es`. */
function isHissing(before: number | undefined, last: number | undefined): boolean {
  if (last === X) return true;
  return last === S ? before === S : last === H && (before === S || before === C);
}
