import type { Task } from '@breakwater/model';

/** Ends at the end of the sentence; a full stop inside a path does not end one. */
const LEFT_ALONE =
  /\b(?:do not|don't|don’t|must not|should not|shouldn't|never|without)\s+(?:touch|chang|edit|modif|rewrit)\w*(?:(?![.!?;](?:\s|$))[^\n])*/gi;
const ADDRESS = /\b[a-z][a-z0-9+.-]*:\/\/\S+/gi;

/** What a task says about itself: title and brief, without web addresses and without what it says to leave alone. */
export function briefText({ id, title, brief }: Task): string {
  const titled = title === id || brief.startsWith(title) ? brief : `${title}\n${brief}`;
  return titled.replace(ADDRESS, ' ').replace(LEFT_ALONE, ' ');
}

/** Its sentences, without line ends. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?;])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
