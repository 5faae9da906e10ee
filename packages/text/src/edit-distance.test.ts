import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance } from './edit-distance.js';

test.each([
  ['nothing', 'guard', 'guard', 0],
  ['a letter too many', 'guarrd', 'guard', 1],
  ['a letter missing', 'gard', 'guard', 1],
  ['another letter', 'guarf', 'guard', 1],
  ['two neighbours swapped', 'gaurd', 'guard', 1],
  ['all of a word', '', 'guard', 5],
])('%s', (_, a, b, edits) => {
  expect(editDistance(a, b)).toBe(edits);
});

test('it is the same from both sides, nothing only for equals, and never more than the longer one', async () => {
  const word = fc.stringMatching(/^[a-c]{0,6}$/);
  await fc.assert(
    fc.property(word, word, (a, b) => {
      const edits = editDistance(a, b);
      expect(editDistance(b, a)).toBe(edits);
      expect(edits === 0).toBe(a === b);
      expect(edits).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }),
  );
});
