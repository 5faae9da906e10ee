import { STOP_WORDS } from './stop-words.js';
import { termHash } from './term-hash.js';
import { termHashesOf } from './words-of.js';

const SAID_OFTEN: ReadonlySet<number> = new Set([...STOP_WORDS].map(termHash));

/**
 * What the subject of a commit is looked up by, as `termHash` tells it: each term once, in the order they come, without references such
 * as "(#12)" and words that are said of everything.
 */
export function subjectTerms(subject: string): readonly number[] {
  const terms = new Set(termHashesOf(subject.replace(/\(?#\d+\)?/g, ' ')));
  return [...terms].filter((term) => !SAID_OFTEN.has(term));
}
