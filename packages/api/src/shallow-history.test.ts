import type { Repository } from '@breakwater/git';
import { commitId } from '@breakwater/model';
import { expect, it } from 'vitest';
import { git } from '../../../test/rig/git.js';
import { tempFolder } from '../../../test/rig/temp-folder.js';
import { accepted, aRig, type Rig, rigIn } from './api-rig.testing.js';
import { backtest } from './backtest.js';
import { doctor } from './doctor.js';
import { plan } from './plan.js';
import { shallowHistory } from './shallow-history.js';

/** A clone of three commits that holds the newest of them, as many as are asked for. */
function aClone(...depth: readonly string[]): Rig {
  const rig = aRig({ a: 'x' });
  for (const n of [1, 2]) rig.git('commit', '-q', '--allow-empty', '-m', `Go on ${n}`);
  const folder = tempFolder('clone');
  git(folder, 'clone', '-q', ...depth, `file://${rig.root}`, '.');
  return rigIn(folder);
}

const WARNING = {
  severity: 'warning',
  code: 'W_SHALLOW',
  message: 'this clone is shallow and holds 2 commits, so what earlier ones tell about the tasks is missing',
  hint: 'Bring the rest of the history: git fetch --unshallow',
};

it('plan, backtest and doctor say that a shallow clone lacks what earlier commits would tell', async () => {
  const { world } = aClone('--depth=2');
  expect(accepted(await plan({}, world)).warnings).toEqual([WARNING]);
  expect(accepted(await backtest({}, world)).warnings).toEqual([WARNING]);
  expect(accepted(await doctor({ repair: false }, world)).find(({ about }) => about === 'repository')).toEqual({
    about: 'repository',
    state: 'note',
    says: WARNING.message,
    hint: WARNING.hint,
  });
});

it('a whole clone is no news', async () => {
  const { world } = aClone();
  expect(accepted(await plan({}, world)).warnings).toEqual([]);
  expect(accepted(await backtest({}, world)).warnings).toEqual([]);
  expect(accepted(await doctor({ repair: false }, world)).some(({ about }) => about === 'repository')).toBe(false);
});

it.each([
  [500, []],
  [1, [{ ...WARNING, message: WARNING.message.replace('2 commits', '1 commit') }]],
])('of a history cut off after %d commits says %j', async (length, said) => {
  const history = { isShallow: async () => true, read: async (most: number) => new Array(Math.min(most, length)) };
  const repository = { history: () => history } as unknown as Repository;
  expect(await shallowHistory(repository, commitId('1'.repeat(40)))).toEqual(said);
});
