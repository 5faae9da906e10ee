import { expect, test } from 'vitest';
import { marked } from './worlds.testing.js';

test('marks are taken out of a drawing and become places', () => {
  expect(marked('a: 1\nbb: «22», «3»\n', 'x.yaml')).toEqual({
    text: 'a: 1\nbb: 22, 3\n',
    places: [
      { file: 'x.yaml', line: 2, column: 5, length: 2, text: 'bb: 22, 3' },
      { file: 'x.yaml', line: 2, column: 9, length: 1, text: 'bb: 22, 3' },
    ],
  });
});
