import { readTerms } from './read-terms.js';

/** A word as it stands in the text, in lower case, and what it is looked up by. */
export interface Word {
  readonly said: string;
  readonly stem: string;
}

/** The words of a text: identifiers cut at capitals and separators; single characters left out. */
export function readWords(text: string): readonly Word[] {
  return readTerms(text).flatMap(({ said, key, whole }) => (whole ? [] : [{ said, stem: key }]));
}

/** What a text's words are looked up by. */
export function stemsOf(text: string): readonly string[] {
  return readWords(text).map(({ stem }) => stem);
}
