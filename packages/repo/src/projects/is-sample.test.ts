import { expect, it } from 'vitest';
import { isSample } from './is-sample.js';

it.each([
  ['test/fixtures/a/package.json', true],
  ['fixtures/package.json', true],
  ['a/__fixtures__/b/project.json', true],
  ['a/dist/package.json', true],
  ['packages/fixture-loader/package.json', false],
  ['packages/distribution/package.json', false],
  ['package.json', false],
])('%s: %s', (path, sample) => {
  expect(isSample(path)).toBe(sample);
});
