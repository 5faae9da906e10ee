import { type PastCommit, repoPath } from '@breakwater/model';
import { aCommit } from '@breakwater/model/testing';
import { subjectTerms } from '@breakwater/text';

/** A history, the newest first, from subjects and what they changed: `{'fix(cart): totals': ['cart.ts']}`; of one author. */
export function aHistory(changes: Readonly<Record<string, readonly string[]>>): readonly PastCommit[] {
  return Object.entries(changes).map(([subject, paths], n) => ({
    commit: aCommit(n + 100),
    author: 'a',
    isBot: false,
    time: 1_700_000_000 - n,
    subject,
    terms: subjectTerms(subject),
    body: '',
    paths: [...paths].sort().map(repoPath),
  }));
}
