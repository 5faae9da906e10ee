import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { git } from '../../../test/rig/git.js';
import { makeRepository } from '../../../test/rig/repository.js';
import { accepted, refused, rigIn } from './api-rig.testing.js';
import { init } from './init.js';
import { plan } from './plan.js';

const TASKS_FILE = 'breakwater.tasks.yaml';

it('writes a tasks file at the top of the repository that can be planned as it is', async () => {
  const { root, world } = rigIn(makeRepository({ 'deep/er/x.txt': 'x' }));
  const file = accepted(await init('deep/er', world));
  expect(file).toBe(join(root, TASKS_FILE));
  const planned = accepted(await plan({}, world));
  expect(planned.tasks.map(({ id }) => id)).toEqual(['first-task', 'second-task']);
  const samples = planned.warnings.map(({ code, message, place }) => [code, message, place?.line]);
  expect(samples).toEqual([
    ['W_SAMPLE', 'first-task is still the sample that breakwater init wrote', 5],
    ['W_SAMPLE', 'second-task is still the sample that breakwater init wrote', 8],
  ]);
});

it('takes a sample for a task as soon as somebody wrote one there', async () => {
  const { root, world } = rigIn(makeRepository({ 'x.txt': 'x' }));
  const file = accepted(await init(undefined, world));
  expect(file).toBe(join(root, TASKS_FILE));
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/(?<=^ {6})\S.*$/gm, 'Change x.txt'));
  expect(accepted(await plan({}, world)).warnings).toEqual([]);
});

it.each([TASKS_FILE, 'breakwater.tasks.yml', 'breakwater.tasks.json'])(
  'writes neither over nor beside %s, for of two only one would be read',
  async (name) => {
    const { root, world } = rigIn(makeRepository({ [name]: 'mine\n' }));
    expect(refused(await init(undefined, world))).toEqual({
      reason: 'usage',
      message: `${join(root, name)} is there already and stays as it is.`,
      hint: 'Next: breakwater plan',
    });
    expect(readdirSync(root).sort()).toEqual(['.git', name]);
    expect(readFileSync(join(root, name), 'utf8')).toBe('mine\n');
  },
);

it('leaves a bare repository alone', async () => {
  const { root, world } = rigIn(makeRepository({ 'x.txt': 'x' }));
  git(root, 'clone', '-q', '--bare', root, `${root}.git`);
  expect(refused(await init(`${root}.git`, world))).toMatchObject({ reason: 'repository-refused', code: 'E_REPO_BARE' });
});

it.skipIf(process.getuid?.() === 0)('says so when the folder may not be written', async () => {
  const { root, world } = rigIn(makeRepository({ 'x.txt': 'x' }));
  chmodSync(root, 0o500);
  expect(refused(await init(undefined, world))).toMatchObject({ reason: 'environment', code: 'E_OUTPUT' });
  chmodSync(root, 0o700);
});
