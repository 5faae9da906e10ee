const PART = /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+|\p{Lo}+/gu;

/** The words of a text: identifiers cut at capitals and separators, lower case, endings of plural and tense off. */
export function wordsOf(text: string): readonly string[] {
  return (text.match(PART) ?? []).map((part) => stem(part.toLowerCase())).filter((word) => word.length > 1 && !/^\d$/.test(word));
}

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<=\w{3})ies$/, 'y'],
  [/(?<=\w{2}(?:ss|sh|ch|x))es$/, ''],
  [/(?<=\w{2}[^su])s$/, ''],
  [/(?<=\w{4})ing$/, ''],
  [/(?<=\w{4})ed$/, ''],
  [/(?<=\w{3})e$/, ''],
];

/** A light stemmer: it only has to treat the text and the paths alike. */
function stem(word: string): string {
  return ENDINGS.reduce((shorter, [ending, instead]) => shorter.replace(ending, instead), word);
}
