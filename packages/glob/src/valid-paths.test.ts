import { asRepoPath } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { anything } from './automaton.js';
import { determinize } from './determinize.js';
import { product } from './product.js';
import { validPaths } from './valid-paths.js';

/** Every text of up to six characters over an alphabet. */
function texts(alphabet: string): readonly string[] {
  let longest = [''];
  const all = [''];
  for (let n = 0; n < 6; n += 1) {
    longest = longest.flatMap((start) => Array.from(alphabet, (char) => start + char));
    all.push(...longest);
  }
  return all;
}

describe('the automaton of valid paths', () => {
  it('agrees with the model about every short text', () => {
    const walk = determinize(product(anything, validPaths));
    const read = (text: string) => Array.from(text).reduce((at, char) => walk.step(at, char.codePointAt(0) ?? 0), walk.start);
    const wrong = texts('a./\0').filter((text) => read(text).accepting !== (asRepoPath(text) !== undefined));
    expect(wrong).toEqual([]);
  });
});
