import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { accepted, aRig, type Rig } from './api-rig.testing.js';
import { plan } from './plan.js';

const RUNNER = 'runner: { kind: command, command: [node, agent.cjs] }\n';

async function warned(rig: Rig): Promise<readonly string[]> {
  const { warnings } = accepted(await plan({}, rig.world));
  return warnings.map(({ code, message }) => `${code} ${message}`);
}

/** With submodules at these places that were never set up, so nobody needs to have their commits. */
function aRigWithSubmodules(...paths: readonly string[]): Rig {
  return withSubmodules(aRig({ a: 'x' }, { '.gitmodules': '' }), paths);
}

function withSubmodules(rig: Rig, paths: readonly string[]): Rig {
  for (const path of paths) {
    mkdirSync(join(rig.root, path), { recursive: true });
    rig.git('update-index', '--add', '--cacheinfo', `160000,${rig.git('rev-parse', 'HEAD')},${path}`);
  }
  rig.git('commit', '-q', '-m', 'Take them in');
  return rig;
}

const EMPTY = 'which a worktree has empty until it is prepared';

it('says that a submodule is empty in a worktree', async () => {
  expect(await warned(aRigWithSubmodules('libs/one'))).toEqual([`W_SUBMODULE libs/one is a submodule, ${EMPTY}`]);
  const two = aRigWithSubmodules('libs/two', 'libs/one');
  expect(await warned(two)).toEqual([`W_SUBMODULE libs/one and 1 more are submodules, ${EMPTY}`]);
});

it.each([
  ['pnpm-lock.yaml', "lockfileVersion: '9.0'\n", ', "pnpm install --frozen-lockfile"'],
  ['yarn.lock', '\n__metadata:\n  version: 8\n', ', "yarn install --immutable"'],
  ['Shop.sln', '', ''],
])(
  'says how to prepare for it where there is %s, so that what was installed by default still is',
  async (file, text, install) => {
    const rig = withSubmodules(aRig({ a: 'x' }, { '.gitmodules': '', [file]: text }), ['libs/one']);
    const { warnings } = accepted(await plan({}, rig.world));
    expect(warnings.map(({ hint }) => hint)).toEqual([
      `If sessions or checks need what is in there, set: prepare: ["git submodule update --init"${install}]`,
    ]);
  },
);

it('believes what prepares for it, and asks nothing where there are none', async () => {
  const rig = aRigWithSubmodules('libs/one');
  rig.write({ 'breakwater.config.yaml': `${RUNNER}prepare: ["git submodule update --init", "npm ci"]\n` });
  expect([await warned(rig), await warned(aRig({ a: 'x' }, { '.gitmodules': '' }))]).toEqual([[], []]);
});

it('says that large files are pointers where git-lfs is not set up, and nothing where it is', async () => {
  const rig = aRig({ a: 'x' }, { 'assets/.gitattributes': '# filter=lfs\n*.psd filter=lfs diff=lfs merge=lfs -text\n' });
  const says = 'assets/.gitattributes hands files to git-lfs, which is not set up here: worktrees hold pointers in their place';
  expect(await warned(rig)).toEqual([`W_LFS ${says}`]);
  rig.git('config', 'filter.lfs.process', 'git-lfs filter-process');
  expect(await warned(rig)).toEqual([]);
  expect(await warned(aRig({ a: 'x' }, { '.gitattributes': '# *.psd filter=lfs\n' }))).toEqual([]);
});
