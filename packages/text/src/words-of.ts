const PART = /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+|\p{Lo}+/gu;

/** A word as it stands in the text, in lower case, and what it is looked up by. */
export interface Word {
  readonly said: string;
  readonly stem: string;
}

/** The words of a text: identifiers cut at capitals and separators; single characters left out. */
export function readWords(text: string): readonly Word[] {
  return partsOf(text)
    .filter((said) => said.length > 1)
    .map((said) => ({ said, stem: stemOf(said) }));
}

/** What a text's words are looked up by. */
export function stemsOf(text: string): readonly string[] {
  return readWords(text).map(({ stem }) => stem);
}

/** The pieces of identifiers in lower case, single characters too. */
export function partsOf(text: string): readonly string[] {
  return (text.match(PART) ?? []).map((part) => part.toLowerCase());
}

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<=\w{3})ies$/, 'y'],
  [/(?<=\w{2}(?:ss|sh|ch|x))es$/, ''],
  [/(?<=\w{2}[^su])s$/, ''],
  [/(?<=\w{4})ing$/, ''],
  [/(?<=\w{4})ed$/, ''],
  [/(?<=\w{3})e$/, ''],
];

/** A light stemmer: it only has to treat the text and the paths alike. Takes a word in lower case. */
export function stemOf(word: string): string {
  return ENDINGS.reduce((shorter, [ending, instead]) => shorter.replace(ending, instead), word);
}
