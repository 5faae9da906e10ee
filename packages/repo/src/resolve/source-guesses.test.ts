import { describe, expect, it } from 'vitest';
import { sourceGuesses } from './source-guesses.js';

describe('sourceGuesses', () => {
  it.each([
    ['./src/index.ts', ['p/src/index.ts']],
    ['./dist/index.d.ts', ['p/src/index.d.ts', 'p/source/index.d.ts', 'p/dist/index.d.ts', 'p/index.d.ts']],
    ['dist/esm/sub/x.js', ['p/src/sub/x.js', 'p/source/sub/x.js', 'p/dist/esm/sub/x.js', 'p/sub/x.js']],
    ['./dist/src/a.js', ['p/src/a.js', 'p/dist/src/a.js']],
    ['../../elsewhere.js', []],
  ])('of %s', (target, guesses) => {
    expect(sourceGuesses('p', target)).toEqual(guesses);
  });

  it('at the root have no folder before them', () => {
    expect(sourceGuesses('', './lib/a.js')).toEqual(['src/a.js', 'source/a.js', 'lib/a.js', 'a.js']);
  });
});
