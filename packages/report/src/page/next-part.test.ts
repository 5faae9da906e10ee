import { expect, it } from 'vitest';
import { examplePage, seen } from './example-page.testing.js';
import { nextPart } from './next-part.js';

it('names the commands to go on with, for the place and the program of the reader', () => {
  expect(seen(nextPart(examplePage, { program: 'npx breakwater', repo: '../shop' }))).toEqual([
    'Go on',
    'Nothing has been started.',
    'run it npx breakwater execute --repo ../shop',
    'all files npx breakwater plan --repo ../shop --verbose',
    'why apart npx breakwater explain --repo ../shop audit-log order-history-api',
  ]);
});

it('is not there without any', () => {
  expect(nextPart({ ...examplePage, next: [] }, {})).toBeUndefined();
});
