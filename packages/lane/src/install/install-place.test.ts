import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commitId } from '@breakwater/model';
import { expect, test, vi } from 'vitest';
import { RUN } from '../lane-rig.testing.js';
import { anNpmWorkspace, halfMadeIn, saidIn, sparesIn, stepsOf } from './install-rig.testing.js';

const INSTALLED = 'npm ci';
const CLONED = 'clones what npm ci installed';

test('the first worktree installs, the next clones, and each finds its own workspace packages', async () => {
  const rig = await anNpmWorkspace();
  const asked =
    "fs.realpathSync(require.resolve('@shop/a', { paths: [process.cwd() + '/packages/b'] })) + ' ' + require(process.cwd() + '/packages/b')";
  const [one, two] = await Promise.all([saidIn(rig, 'one', asked), saidIn(rig, 'two', asked)]);
  const own = (task: string) => join(rig.worktrees, task, 'packages/a/index.js');
  expect([one, two]).toEqual([`${own('one')} ${own('one')}`, `${own('two')} ${own('two')}`]);
  expect([...stepsOf(rig, 'one'), ...stepsOf(rig, 'two')].sort()).toEqual([CLONED, INSTALLED]);
});

test('a change a session makes to an installed package reaches no other worktree and no verification', async () => {
  const rig = await anNpmWorkspace();
  await saidIn(rig, 'one', "fs.writeFileSync('node_modules/left/index.js', 'module.exports = 2;')");
  expect(await saidIn(rig, 'two', "require(process.cwd() + '/node_modules/left')")).toBe('1');
  const check = `node -e "process.exit(require('left') === 1 ? 0 : 1)"`;
  expect(await rig.lanes.verify(rig.verifyOrder(rig.base, [check]), rig.handler)).toMatchObject({ end: 'passed' });
  expect(stepsOf(rig, 'api')).toEqual([CLONED]);
});

test('what the workspace itself does at an install is done in every worktree, on the sources that are there', async () => {
  const rig = await anNpmWorkspace({ postinstall: "node -e \"require('fs').writeFileSync('made.txt', process.cwd())\"" });
  for (const task of ['one', 'two'])
    expect(await saidIn(rig, task, "fs.readFileSync('made.txt')")).toBe(join(rig.worktrees, task));
  expect(stepsOf(rig, 'two')).toEqual([CLONED, 'npm run postinstall']);
});

test('an install asks the registry what the lockfile leaves open, as it does for the person', async () => {
  const rig = await anNpmWorkspace({
    postinstall: "node -e \"require('fs').writeFileSync('made.txt', String(process.env.npm_config_prefer_offline))\"",
  });
  expect(await saidIn(rig, 'one', "fs.readFileSync('made.txt')")).toBe('undefined');
});

test('a manifest that changed installs anew, and the place of verification with it', async () => {
  const rig = await anNpmWorkspace();
  await rig.lanes.verify(rig.verifyOrder(rig.base, ['true']), rig.handler);
  writeFileSync(
    join(rig.shop, 'packages/a/package.json'),
    '{"name": "@shop/a", "version": "1.0.0", "main": "index.js", "keywords": ["x"]}',
  );
  rig.git('commit', '-qam', 'Change a manifest');
  const head = commitId(rig.git('rev-parse', 'HEAD'));
  expect(await saidIn({ ...rig, base: head }, 'one', '1')).toBe('1');
  expect([stepsOf(rig, 'api'), stepsOf(rig, 'one')]).toEqual([[INSTALLED], [INSTALLED]]);
});

test('installed packages that are committed, as a fixture, are those of the commit a worktree is at', async () => {
  const rig = await anNpmWorkspace();
  const fixture = join(rig.shop, 'test/node_modules/x/index.js');
  const committed = (text: string) => {
    mkdirSync(dirname(fixture), { recursive: true });
    writeFileSync(fixture, text);
    writeFileSync(join(rig.shop, 'test/package.json'), '{}');
    rig.git('add', '--force', 'test');
    rig.git('commit', '-qm', text);
    return commitId(rig.git('rev-parse', 'HEAD'));
  };
  const read = "fs.readFileSync('test/node_modules/x/index.js', 'utf8')";
  const [first, second] = [committed('first'), committed('second')];
  expect(await saidIn(rig, 'one', read, { base: first })).toBe('first');
  expect(await saidIn(rig, 'two', read, { base: second })).toBe('second');
  expect(stepsOf(rig, 'two')).toEqual([CLONED]);
});

test('a template that is damaged is no obstacle', async () => {
  const rig = await anNpmWorkspace();
  await saidIn(rig, 'one', '1');
  const store = join(dirname(rig.worktrees), '.installed');
  const [key = ''] = readdirSync(store);
  rmSync(join(store, key, 'node_modules'), { recursive: true });
  expect(await saidIn(rig, 'two', "require(process.cwd() + '/node_modules/left')")).toBe('1');
  expect(stepsOf(rig, 'two')).toEqual([CLONED, INSTALLED]);
  expect(rig.news.some(({ news }) => news.kind === 'warning' && news.text.includes('could not be cloned'))).toBe(true);
  await saidIn(rig, 'three', '1');
  expect(stepsOf(rig, 'three')).toEqual([CLONED]);
});

test('while sessions work, copies are made for the worktrees to come, and those find theirs ready', async () => {
  const rig = await anNpmWorkspace({}, { concurrency: 2 });
  const which = "fs.statSync('node_modules/left/index.js').ino";
  await saidIn(rig, 'one', which, { waiting: 5 });
  await vi.waitFor(() => expect(sparesIn(rig)).toHaveLength(2), 20_000);
  const ready = sparesIn(rig).map((spare) => String(statSync(join(spare, 'node_modules/left/index.js')).ino));
  expect([await saidIn(rig, 'two', which), await saidIn(rig, 'three', which)]).toEqual(ready);
  expect(ready).not.toContain(await saidIn(rig, 'four', which));
  await rig.lanes.leave(RUN);
  expect([sparesIn(rig), halfMadeIn(rig)]).toEqual([[], []]);
});

test('no copy is made for a worktree that does not come', async () => {
  const rig = await anNpmWorkspace();
  await saidIn(rig, 'one', '1', { waiting: 0 });
  await saidIn(rig, 'two', '1');
  await rig.lanes.leave(RUN);
  expect([sparesIn(rig), halfMadeIn(rig)]).toEqual([[], []]);
});

test("the user's own list of commands is kept to, the install in it done our way", async () => {
  const rig = await anNpmWorkspace({}, { prepare: ['npm ci', 'echo {task} > made.txt'] });
  await saidIn(rig, 'one', '1');
  expect(await saidIn(rig, 'two', "fs.readFileSync('made.txt', 'utf8').trim()")).toBe('two');
  expect(stepsOf(rig, 'two')).toEqual([CLONED, 'echo {task} > made.txt']);
});

test('an install that fails fails the task and leaves no template', async () => {
  const rig = await anNpmWorkspace({ postinstall: 'exit 7' });
  const end = await rig.lanes.open({ ...rig.order('one', ''), base: rig.base }, rig.handler);
  expect(end).toMatchObject({ end: 'failed', failure: { reason: 'prepare', command: 'npm ci' } });
  expect(existsSync(join(dirname(rig.worktrees), '.installed'))).toBe(false);
});

test("node_modules of the user's checkout stay as they are", async () => {
  const rig = await anNpmWorkspace();
  mkdirSync(join(rig.shop, 'node_modules'));
  writeFileSync(join(rig.shop, 'node_modules/mine.txt'), 'mine');
  const before = rig.fingerprint();
  await saidIn(rig, 'one', '1');
  await saidIn(rig, 'two', '1');
  expect(rig.fingerprint()).toEqual(before);
});
