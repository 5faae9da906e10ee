import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commitId, type LaneEnd } from '@breakwater/model';
import { sandboxProblem } from '@breakwater/session';
import { describe, expect, test } from 'vitest';
import { aRig, type Rig } from './lane-rig.testing.js';

const CLONE = { config: { isolation: 'clone' } } as const;
const COMMIT = "git('add', '-A'); git('commit', '-q', '-m', 'By the session');";
const IDENTITY = "git('config', 'user.name', 'A'); git('config', 'user.email', 'a@b');";

const clonedRig = (files: Readonly<Record<string, string>> = { 'a.txt': 'a\n' }): Promise<Rig> => aRig(files, CLONE);

const commitOf = (end: LaneEnd): string => ('commit' in end ? String(end.commit) : JSON.stringify(end));

/** Says what could be done to the repository by the plain words of git, from where a session is. */
const DEEDS = `const attempt = (deed) => { try { deed(); return 'done'; } catch { return 'refused'; } };
  const said = [
    () => git('config', 'core.hooksPath', 'evil'),
    () => git('update-ref', 'refs/heads/main', 'HEAD'),
    () => git('branch', '-D', 'mine'),
    () => git('stash', 'store', '-m', 'x', git('stash', 'create')),
    () => git('tag', 'evil'),
    () => git('gc', '--prune=now'),
    () => fs.writeFileSync(git('rev-parse', '--git-path', 'info/attributes'), '* merge=evil'),
    () => git('push', '-q', 'origin', 'HEAD:main'),
  ].map(attempt);
  fs.writeFileSync('said.json', JSON.stringify(said));`;

describe('a lane with a clone', () => {
  test('ends with the commit the session made there, on its branch here', async () => {
    const rig = await clonedRig();
    const order = rig.order('api', `fs.writeFileSync('b.txt', 'b'); ${COMMIT}`);
    const end = await rig.lanes.open(order, rig.handler);
    expect(end).toMatchObject({ end: 'committed', savedByUs: false, commit: rig.git('rev-parse', order.branch) });
    expect(rig.git('show', '--format=%s', '--name-status', order.branch)).toBe('By the session\n\nA\tb.txt');
    expect(await rig.lanes.close(order.id)).toEqual({ closed: true });
    expect(readdirSync(rig.worktrees)).toEqual([]);
  });

  test('commits what was left uncommitted, on top of what was committed', async () => {
    const rig = await clonedRig();
    const order = rig.order(
      'api',
      `fs.writeFileSync('b.txt', 'b'); ${COMMIT} fs.writeFileSync('c.txt', 'c'); fs.rmSync('a.txt');`,
    );
    expect(await rig.lanes.open(order, rig.handler)).toMatchObject({ end: 'committed', savedByUs: true });
    expect(rig.git('log', '--format=%s', '--name-status', `${rig.base}..${order.branch}`)).toBe(
      'Work of api\n\nD\ta.txt\nA\tc.txt\nBy the session\n\nA\tb.txt',
    );
  });

  test.each([
    ['in a clone nothing of it reaches the repository', 'clone', true],
    ['in a worktree it does, which shows that the deeds are possible', 'worktree', false],
  ] as const)('is told by git to change configuration, branches, stash, tags and objects: %s', async (_, isolation, same) => {
    const rig = await aRig({ 'a.txt': 'a\n' }, { config: { isolation } });
    rig.git('branch', 'mine');
    rig.git('remote', 'add', 'origin', rig.shop);
    const before = rig.fingerprint();
    const order = rig.order('api', `fs.writeFileSync('a.txt', 'x'); ${DEEDS}`);
    expect(await rig.lanes.open(order, rig.handler)).toMatchObject({ end: 'committed' });
    const said = JSON.parse(rig.git('show', `${order.branch}:said.json`));
    expect(said.slice(0, 7)).toEqual(Array(7).fill('done'));
    expect(JSON.stringify(rig.fingerprint()) === JSON.stringify(before)).toBe(same);
    if (same) expect({ push: said[7], fsck: rig.git('fsck', '--no-dangling') }).toEqual({ push: 'refused', fsck: '' });
  });

  test('whose session ends looking back has done all that its branch holds', async () => {
    const rig = await clonedRig();
    const twice = ['b', 'c'].map((name) => `fs.writeFileSync('${name}', ''); ${COMMIT}`).join(' ');
    const end = await rig.lanes.open(rig.order('api', `${twice} git('checkout', '-q', 'HEAD~1');`), rig.handler);
    expect(end).toMatchObject({ end: 'committed', savedByUs: false });
    expect(rig.git('ls-tree', '--name-only', commitOf(end)).split('\n')).toEqual(['a.txt', 'b', 'c']);
  });

  test('keeps what the session committed on another branch, and says where', async () => {
    const rig = await clonedRig();
    const script = `${IDENTITY} git('switch', '-qc', 'other'); fs.writeFileSync('o.txt', 'o'); ${COMMIT}
      git('switch', '-q', '-'); fs.writeFileSync('b.txt', 'b'); ${COMMIT}`;
    const order = rig.order('api', script);
    expect(await rig.lanes.open(order, rig.handler)).toMatchObject({ end: 'committed' });
    const ref = 'refs/breakwater/runs/7f3a/aside/api/1';
    expect(rig.news.map(({ news }) => news)).toContainEqual({
      kind: 'warning',
      text: `refs/heads/other of its clone is kept as ${ref}`,
    });
    expect(rig.git('show', `${ref}:o.txt`)).toBe('o');
    expect(await rig.lanes.close(order.id)).toEqual({ closed: true });
  });

  test('is not called done when its history was made anew, or its clone was destroyed, and its files are kept', async () => {
    const rig = await clonedRig();
    const orphan = rig.order('orphan', `git('checkout', '-q', '--orphan', 'new'); fs.writeFileSync('b.txt', 'b'); ${COMMIT}`);
    expect(await rig.lanes.open(orphan, rig.handler)).toMatchObject({ end: 'failed', failure: { reason: 'off-base' } });
    const gone = rig.order('gone', "fs.writeFileSync('b.txt', 'b'); fs.rmSync('.git', { recursive: true })");
    const end = await rig.lanes.open(gone, rig.handler);
    expect(end).toMatchObject({ end: 'failed', failure: { reason: 'lost' } });
    expect(rig.git('show', `${commitOf(end)}:b.txt`)).toBe('b');
  });

  test('is kept with all its commits when they cannot be read, and its files are a commit', async () => {
    const rig = await clonedRig();
    const damage = `const tree = git('rev-parse', 'HEAD^{tree}'); fs.rmSync('.git/objects/' + tree.slice(0, 2) + '/' + tree.slice(2));`;
    const order = rig.order('api', `fs.writeFileSync('b.txt', 'b'); ${COMMIT} ${damage}`);
    const end = await rig.lanes.open(order, rig.handler);
    expect(end).toMatchObject({
      end: 'failed',
      failure: { reason: 'lost', message: expect.stringContaining('could not be read') },
    });
    expect(rig.git('show', `${commitOf(end)}:b.txt`)).toBe('b');
    expect(await rig.lanes.close(order.id)).toMatchObject({ closed: false });
    expect(existsSync(join(rig.worktrees, 'api', '.git'))).toBe(true);
  });

  test('goes on after a collision with what was integrated merged in, and the session concludes the merge itself', async () => {
    const rig = await clonedRig();
    const first = await rig.lanes.open(rig.order('api', `fs.writeFileSync('a.txt', 'ours'); ${COMMIT}`), rig.handler);
    const tip = await integrate(rig, 'a.txt', 'theirs');
    const { id } = rig.order('api', '');
    const resolve = `if (!fs.readFileSync('a.txt', 'utf8').includes('<<<<<<<')) process.exit(3); fs.writeFileSync('a.txt', 'both'); ${COMMIT}`;
    const again = { why: 'collision', commit: commitId(commitOf(first)) } as const;
    const end = await rig.lanes.open(
      rig.order('api', resolve, { id: { ...id, attempt: 2, place: 1 }, base: tip, again }),
      rig.handler,
    );
    expect(end).toMatchObject({ end: 'committed', savedByUs: false });
    expect(rig.git('log', '-1', '--format=%P', commitOf(end))).toBe(`${commitOf(first)} ${tip}`);
    expect(rig.git('show', `${commitOf(end)}:a.txt`)).toBe('both');
  });

  test('verifies in a clone too, so that tests reach no configuration of the repository', async () => {
    const rig = await clonedRig();
    const before = rig.fingerprint();
    const commands = [
      'git config core.hooksPath evil',
      'git commit -q --allow-empty -m x',
      'git update-ref refs/heads/main HEAD',
    ];
    expect(await rig.lanes.verify(rig.verifyOrder(rig.base, commands), rig.handler)).toMatchObject({ end: 'passed' });
    expect(
      await rig.lanes.verify(rig.verifyOrder(rig.base, ['test -z "$(git config core.hooksPath)"']), rig.handler),
    ).toMatchObject({
      end: 'passed',
    });
    await rig.lanes.leave(rig.order('api', '').id.run);
    expect({ now: rig.fingerprint(), left: readdirSync(rig.worktrees) }).toEqual({ now: before, left: [] });
  });

  test('verifies again after git forgot the place and its folder stayed', async () => {
    const rig = await clonedRig();
    await rig.lanes.verify(rig.verifyOrder(rig.base, ['true']), rig.handler);
    rmSync(join(rig.shop, '.git', 'worktrees'), { recursive: true });
    expect(await rig.anew().verify(rig.verifyOrder(rig.base, ['true']), rig.handler)).toMatchObject({ end: 'passed' });
  });

  test('is salvaged: what a killed orchestrator left in the clone is a commit here', async () => {
    const rig = await clonedRig();
    const order = rig.order('api', `fs.writeFileSync('b.txt', 'b'); ${COMMIT} fs.writeFileSync('c.txt', 'c');`);
    const none = { open: rig.lanes.open, close: rig.lanes.close };
    expect(await none.open(order, rig.handler)).toMatchObject({ end: 'committed' });
    // As if nothing of it had been brought home: the branch is where it began.
    rig.git('update-ref', `refs/heads/${order.branch}`, rig.base);
    const { commit } = await rig.anew().salvage(order);
    expect(rig.git('ls-tree', '--name-only', `${commit}`)).toBe('a.txt\nb.txt\nc.txt');
    expect(existsSync(join(rig.worktrees, 'api'))).toBe(false);
  });
});

const problem = await sandboxProblem(process.env);

describe.skipIf(problem !== undefined)('a lane with a clone in a sandbox', () => {
  test('commits, and can write nothing of the repository’s git directory, objects and the branches of its run included', async () => {
    const rig = await aRig({ 'a.txt': 'a\n' }, { ...CLONE, setting: { sandbox: true } });
    const shared = join(rig.shop, '.git');
    const order = rig.order(
      'api',
      `const attempt = (deed) => { try { deed(); return 'done'; } catch { return 'refused'; } };
      const inside = (name) => () => fs.writeFileSync(${JSON.stringify(shared)} + '/' + name, 'x');
      const loose = ${JSON.stringify(shared)} + '/objects/' + ${JSON.stringify(rig.base.slice(0, 2))} + '/' + ${JSON.stringify(rig.base.slice(2))};
      const names = ['objects/x', 'refs/heads/breakwater/x', 'worktrees/api/HEAD', 'worktrees/api/config.worktree', 'config'];
      fs.writeFileSync('said.json', JSON.stringify([...names.map(inside), () => fs.rmSync(loose)].map(attempt))); ${COMMIT}`,
    );
    expect(await rig.lanes.open(order, rig.handler)).toMatchObject({ end: 'committed', savedByUs: false });
    expect(JSON.parse(rig.git('show', `${order.branch}:said.json`))).toEqual(Array(6).fill('refused'));
    expect(readFileSync(join(shared, 'worktrees/api/HEAD'), 'utf8')).toBe(`ref: refs/heads/${order.branch}\n`);
  });
});

async function integrate(rig: Rig, path: string, text: string) {
  const { writeFileSync } = await import('node:fs');
  writeFileSync(join(rig.shop, path), text);
  rig.git('add', '-A');
  rig.git('commit', '-q', '-m', 'Integrated');
  return commitId(rig.git('rev-parse', 'HEAD'));
}
