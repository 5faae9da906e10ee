import { expect, it } from 'vitest';
import { namedByAny } from './named-by-any.js';

const isNamed = namedByAny([{ files: ['gen/**', '!gen/keep.ts'] }, { files: ['*.lock'] }]);

it.each([
  ['of the first rule', 'gen/api.ts', true],
  ['of a later rule', 'yarn.lock', true],
  ['in other letters', 'GEN/api.ts', true],
  ['that its rule takes away', 'gen/keep.ts', false],
  ['of no rule', 'src/api.ts', false],
])('a path %s: %s', (_, path, expected) => {
  expect(isNamed(path)).toBe(expected);
});

it('takes nothing from one rule for what another takes away', () => {
  expect(namedByAny([{ files: ['gen/**'] }, { files: ['!gen/keep.ts'] }])('gen/keep.ts')).toBe(true);
});

it('names nothing without rules', () => {
  expect(namedByAny([])('gen/api.ts')).toBe(false);
});
