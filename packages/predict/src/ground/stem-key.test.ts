import { expect, it } from 'vitest';
import { stemKey } from './stem-key.js';

it.each([
  ['login.guard.ts', 'loginguard'],
  ['LoginGuard.tsx', 'loginguard'],
  ['login-guard_v2.ts', 'loginguardv2'],
  ['Makefile', 'makefile'],
  ['.eslintrc', 'eslintrc'],
  ['größe.ts', 'größe'],
])('the key of %s is %s', (name, key) => {
  expect(stemKey(name)).toBe(key);
});
