import { expect, it } from 'vitest';
import { checkedGlobs } from './checked-globs.js';

it('gives the set, with case ignored when wanted', () => {
  const candidates = ['src/a.ts', 'SRC/A.ts', 'src/b.ts'];
  expect(candidates.filter((path) => checkedGlobs(['src/a.*']).matches(path))).toEqual(['src/a.ts']);
  expect(candidates.filter((path) => checkedGlobs(['src/a.*'], { ignoreCase: true }).matches(path))).toEqual([
    'src/a.ts',
    'SRC/A.ts',
  ]);
});

it('calls every pattern that cannot be used a bug of ours, and says why', () => {
  expect(() => checkedGlobs(['/a', 'fine', 'b}'])).toThrow(
    "Internal error: globs that were not checked: /a: begins with a slash; paths start at the repository's root, without one; " +
      'b}: } closes nothing; for the character itself write \\}',
  );
});
