import { expect, test } from 'vitest';
import { located, marked } from '../worlds.testing.js';
import { newerVersion } from './newer-version.js';

test('a file for a later Breakwater', () => {
  const { text, places } = marked('version: «2»\nfancy: 1\n');
  expect(newerVersion(located(text))).toEqual([
    {
      severity: 'error',
      code: 'E_CONFIG_VERSION',
      message: 'tasks.yaml has format version 2, and this Breakwater reads version 1',
      place: places[0],
      hint: 'Update Breakwater: npm install --save-dev breakwater@latest',
    },
  ]);
});

test.each(['version: 1', 'tasks: []', 'version: 0', 'version: "2"', '- 1'])('%s is not later', (text) => {
  expect(newerVersion(located(text))).toEqual([]);
});
