import type { Task } from '@breakwater/model';

/** Ends at the end of the sentence; a full stop inside a path does not end one. */
const LEFT_ALONE =
  /\b(?:do not|don't|don’t|must not|should not|shouldn't|never|without)\s+(?:touch|chang|edit|modif|rewrit)\w*(?:(?![.!?;](?:\s|$))[^\n])*/gi;
const ADDRESS = /\b[a-z][a-z0-9+.-]*:\/\/\S+/gi;
/** Data that was pasted; no name is so long. */
const BLOB = /\S{1000,}/g;

/** What a task says about itself: title and brief, without web addresses, pasted data, and what it says to leave alone. */
export function briefText({ id, title, brief }: Task): string {
  const said = brief.replace(/\r\n?/g, '\n').trim();
  const titled = title === id || said.startsWith(title) ? said : `${title}\n${said}`;
  return titled.replace(BLOB, ' ').replace(ADDRESS, ' ').replace(LEFT_ALONE, ' ');
}

/** Its first line that says anything, '' without one. */
export function firstLineOf(text: string): string {
  return text.split('\n').find((line) => line.trim() !== '') ?? '';
}

/** Its sentences, without line ends, none of more than `LONGEST` characters. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?;])\s+|\n+/)
    .flatMap(pieces)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** What is longer is no sentence but a list or a log; looking for one word after another in all of it takes the square of its length. */
const LONGEST = 1_000;
const PIECE = new RegExp(`\\S[^]{0,${LONGEST - 1}}(?=\\s|$)`, 'g');

function pieces(sentence: string): readonly string[] {
  return sentence.length <= LONGEST ? [sentence] : (sentence.match(PIECE) ?? []);
}
