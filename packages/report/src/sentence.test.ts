import { expect, it } from 'vitest';
import { sentence } from './sentence.js';

it.each([
  ['the session failed', 'the session failed.'],
  ['Validate the selectors.', 'Validate the selectors.'],
  ['Is this right?', 'Is this right?'],
  ['it was cut…', 'it was cut…'],
])('%j ends as %j', (text, ended) => {
  expect(sentence(text)).toBe(ended);
});
