import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CACHE_VERSION } from './packed-file.js';

it('has another version for each version of the parser and the compiler, whose answers are kept', () => {
  const { dependencies } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const { 'oxc-parser': parser, 'ts-morph': compiler } = dependencies;
  // Whoever moves one of the two raises the first.
  expect({ CACHE_VERSION, parser, compiler }).toEqual({ CACHE_VERSION: 6, parser: '0.154.0', compiler: '28.0.0' });
});
