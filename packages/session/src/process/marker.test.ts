import { expect, test } from 'vitest';
import { carriesMarker } from './marker.js';

const environment = (value: string) => `PATH=/bin\0BREAKWATER_SESSION=${value}\0LANG=C\0`;

test.each([
  ['7f3a/api/1', '7f3a/api/1', true],
  ['7f3a/api/1', '7f3a/api', true],
  ['7f3a/api/1', '7f3a', true],
  ['7f3ab/api/1', '7f3a', false],
  ['7f3a/api/10', '7f3a/api/1', false],
  ['7f3a', '7f3a/api', false],
])('a process of %s belongs to %s: %s', (value, marker, belongs) => {
  expect(carriesMarker(environment(value), marker)).toBe(belongs);
});

test('only the variable itself counts, not another that ends like it', () => {
  expect(carriesMarker('MY_BREAKWATER_SESSION=7f3a\0X=BREAKWATER_SESSION=7f3a\0', '7f3a')).toBe(false);
});

test('an empty marker is a bug, for it would cover every session', () => {
  expect(() => carriesMarker(environment('7f3a'), '')).toThrow('Internal error');
});
