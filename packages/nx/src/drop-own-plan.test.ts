import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dropOwnPlan } from './drop-own-plan.js';
import { aFolder } from './nx-rig.testing.js';

const MARK = '<meta name="generator" content="breakwater/plan-page@1">';

it.each([
  ['a plan document of an earlier run goes', '{"schema": "breakwater/plan@1"}', false],
  ['a plan of another version stays', '{"schema": "breakwater/plan@9"}', true],
  ['a page of an earlier run goes', `<!doctype html>\n${MARK}`, false],
  ['a page that speaks of one stays', `<!doctype html>\n${'<p>text</p>\n'.repeat(30)}${MARK}`, true],
  ['a text that is no page stays', `My notes on ${MARK}`, true],
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
