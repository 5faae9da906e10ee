import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dropOwnPlan } from './drop-own-plan.js';
import { aFolder } from './nx-rig.testing.js';

it.each([
  ['a plan document of an earlier run goes', '{"schema": "breakwater/plan@1"}', false],
  ['a plan of another version stays', '{"schema": "breakwater/plan@9"}', true],
  ['any other JSON stays', '[1]', true],
  ['any other file stays', 'my notes', true],
])('%s', async (_, text, stays) => {
  const folder = aFolder({ 'out.json': text });
  await dropOwnPlan('out.json', folder);
  expect(existsSync(join(folder, 'out.json'))).toBe(stays);
});

it('minds neither a missing file nor a missing name', async () => {
  const folder = aFolder();
  await dropOwnPlan('out.json', folder);
  await dropOwnPlan(undefined, folder);
});
