import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { git } from '../../../../test/rig/git.js';
import { fingerprint, makeRepository } from '../../../../test/rig/repository.js';
import { lastingFolder } from '../../../../test/rig/temp-folder.js';
import { breakwater, PLAIN, type Said } from '../cli-rig.testing.js';

/** Every command that looks at a repository, in its shortest form. */
const ALL: readonly string[][] = [
  ['plan'],
  ['execute', '--yes'],
  ['resume'],
  ['status'],
  ['stop'],
  ['logs', 'a'],
  ['retry', 'a'],
  ['undo'],
  ['undo', '--landing'],
  ['land'],
  ['clean'],
  ['explain', 'a'],
  ['explain', 'a', 'b'],
  ['backtest'],
  ['doctor'],
  ['init'],
];
const OF_A_RUN = ALL.filter(([name]) => ['resume', 'status', 'logs', 'retry', 'undo', 'land'].includes(name ?? ''));
const PLANNING = ALL.filter(([name]) => ['plan', 'execute', 'explain'].includes(name ?? ''));

/** So wide that a line is broken only where its text is. */
const WIDE = { ...PLAIN, columns: 1000 };
const say = (cwd: string, words: readonly string[]): Promise<Said> =>
  breakwater(cwd, words, { io: { outView: WIDE, errView: WIDE } });
const failureOf = ({ stdout }: Said): unknown => (JSON.parse(stdout) as { failure: unknown }).failure;

describe('in a folder that is in no repository', () => {
  let folder = '';
  beforeAll(() => {
    folder = lastingFolder('bare-ground');
  });

  it.each(ALL)('%s %s is refused in the same words, and leaves nothing', async (...words) => {
    expect(await say(folder, words)).toEqual({
      code: 3,
      stdout: '',
      stderr: `error: <here> is not in a git repository: not a git repository (or any of the parent directories): .git
  E_REPO_NONE
  hint: go to a folder of the repository, or name it
`,
    });
    expect(existsSync(join(folder, '.git'))).toBe(false);
  });

  it.each(ALL)('%s %s with --json says on stdout, in one document, what it says on stderr', async (...words) => {
    const said = await say(folder, [...words, '--json']);
    expect([said.code, failureOf(said)]).toEqual([3, expect.objectContaining({ code: 'E_REPO_NONE' })]);
    expect(said.stderr).toBe((await say(folder, words)).stderr);
  });

  it.each(ALL)('%s %s names the folder that --repo named and that is not there', async (...words) => {
    const { code, stderr } = await say(folder, [...words, '--repo', 'no/such']);
    expect([code, stderr.split('\n')[0]]).toEqual([
      3,
      'error: <here>/no/such is not in a git repository: there is no such folder',
    ]);
  });
});

describe('in a repository without a commit and without tasks', () => {
  let folder = '';
  beforeAll(() => {
    folder = join(lastingFolder('unborn'), 'shop');
    mkdirSync(folder);
    git(folder, 'init', '-q', '-b', 'main');
  });

  it.each(PLANNING)('%s %s asks for tasks first: of two faults the one that is mended first', async (...words) => {
    expect(await say(folder, words)).toEqual({
      code: 2,
      stdout: '',
      stderr: `error: there is no tasks file [E_TASKS_READ]
  looked in . for breakwater.tasks.yaml, breakwater.tasks.yml, breakwater.tasks.json
  hint: Write one to start from:  breakwater init  Or name yours:  --tasks FILE

1 error
`,
    });
  });

  it('backtest has no past to look at', async () => {
    expect(await say(folder, ['backtest'])).toEqual({
      code: 3,
      stdout: '',
      stderr: `error: This repository has no commit yet.
  E_REPO_UNBORN
  hint: Commit something first: worktrees start from a commit.
`,
    });
  });

  it('a tasks file alone is not enough: worktrees start from a commit', async () => {
    const other = join(lastingFolder('unborn'), 'shop');
    mkdirSync(other);
    git(other, 'init', '-q', '-b', 'main');
    expect((await say(other, ['init'])).code).toBe(0);
    for (const words of [['plan'], ['execute', '--yes']]) {
      const { code, stdout, stderr } = await say(other, words);
      expect([code, stdout, stderr.split('\n')[0]]).toEqual([3, '', 'error: This repository has no commit yet.']);
    }
  });

  it('doctor says which part is missing, and that nothing is left of runs', async () => {
    const { code, stdout, stderr } = await say(folder, ['doctor']);
    expect([code, stderr]).toEqual([5, '']);
    expect(stdout.split('\n').slice(2, 4)).toEqual([
      'not ok    there is no tasks file',
      '          Write one to start from:  breakwater init  Or name yours:  --tasks FILE',
    ]);
    expect(stdout).toContain('\nNothing is left of earlier runs.\n');
  });
});

describe('in a repository in which nothing ever ran', () => {
  let shop = '';
  beforeAll(() => {
    shop = makeRepository({ 'x.txt': 'x' }, lastingFolder('shop'));
  });

  it.each(OF_A_RUN)('%s %s says how to begin one, and changes nothing', async (...words) => {
    const before = fingerprint(shop);
    expect(await say(shop, words)).toEqual({
      code: 2,
      stdout: '',
      stderr: 'error: there is no run in this repository\n  hint: start one with breakwater execute\n',
    });
    expect(fingerprint(shop)).toEqual(before);
    expect(git(shop, 'for-each-ref', 'refs/breakwater')).toBe('');
  });

  it.each<string[]>([
    ['resume', 'zzzz'],
    ['status', '7f3a'],
    ['logs', 'a', '7f3a'],
    ['retry', 'a', '7f3a'],
    ['undo', '7f3a'],
    ['undo', '7f3a', '--landing'],
    ['land', '7f3a'],
    ['clean', '7f3a'],
  ])('%s %s %s names the run that is not there', async (...words) => {
    const run = words.find((word) => /^(7f3a|zzzz)$/.test(word));
    const plain = await say(shop, words);
    expect(plain).toEqual({
      code: 2,
      stdout: '',
      stderr: `error: there is no run ${run}\n  hint: start one with breakwater execute\n`,
    });
    const json = await say(shop, [...words, '--json']);
    expect([json.code, failureOf(json), json.stderr]).toEqual([2, { reason: 'no-run', run, known: [] }, plain.stderr]);
  });

  it('stop has nothing to stop', async () => {
    const said = await say(shop, ['stop', '--json']);
    expect([said.code, failureOf(said), said.stderr]).toEqual([
      3,
      { reason: 'not-running' },
      'error: no run is going on in this repository\n',
    ]);
  });
});

describe('in a bare repository', () => {
  it('init says where a tasks file can be instead, and plan takes one from there', async () => {
    const shop = makeRepository({ 'x.txt': 'x' });
    const bare = join(lastingFolder('bare'), 'shop.git');
    git(shop, 'clone', '-q', '--bare', shop, bare);
    const { code, stdout, stderr } = await say(bare, ['init']);
    expect([code, stdout, stderr.split('\n').slice(1)]).toEqual([
      3,
      '',
      ['  E_REPO_BARE', '  hint: Go to a clone of it, or write a tasks file elsewhere and name it: --tasks FILE', ''],
    ]);
    expect((await say(shop, ['init'])).code).toBe(0);
    const planned = await say(bare, ['plan', '--tasks', join(shop, 'breakwater.tasks.yaml')]);
    expect([planned.code, planned.stdout.includes('2 tasks in')]).toEqual([0, true]);
  });
});

describe('with a detached HEAD', () => {
  it('planning asks which commit to start from, and is content with one', async () => {
    const shop = makeRepository({
      'x.txt': 'x',
      'breakwater.tasks.yaml':
        'tasks:\n  - { id: a, brief: Do it, writes: [x.txt] }\n  - { id: b, brief: Do it, writes: [y.txt] }\n',
    });
    git(shop, 'checkout', '-q', '--detach');
    for (const words of [...PLANNING, ['backtest']]) {
      const { code, stdout, stderr } = await say(shop, words);
      expect([code, stdout, stderr]).toEqual([
        3,
        '',
        `error: HEAD is detached, so there is no branch to start from.
  E_BASE_NEEDED
  hint: Say which commit to start from, for example: --base HEAD
`,
      ]);
    }
    for (const words of [['plan'], ['explain', 'a'], ['explain', 'a', 'b'], ['backtest']])
      expect([words, (await say(shop, [...words, '--base', 'HEAD'])).code]).toEqual([words, 0]);
    const nowhere = await say(shop, ['plan', '--base', 'no-such-branch', '--json']);
    expect([nowhere.code, failureOf(nowhere)]).toEqual([3, expect.objectContaining({ code: 'E_BASE_UNKNOWN' })]);
  });
});
