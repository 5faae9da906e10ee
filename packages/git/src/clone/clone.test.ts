import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Repository } from '../repository.js';
import { aWorld, type World } from '../testing.js';

const BRANCH = 'breakwater/7f3a/api';
const ASIDE = 'refs/breakwater/runs/7f3a/aside/api/';

let world: World;
let repository: Repository;
let place: string;

beforeEach(async () => {
  world = aWorld({ 'a.txt': 'a\n', 'src/b.txt': 'b\n', '.gitignore': '*.log\n' });
  repository = await world.open();
  place = join(world.folder, 'places', 'api');
});

afterEach(() => world.dispose());

/** A worktree of ours with a clone in it. */
async function aClone(): Promise<void> {
  const base = (await repository.head()).commit;
  if (base === null) throw new Error('no commit');
  const added = await repository.addWorktree({ path: place, branch: BRANCH, base, reason: 'breakwater run 7f3a' });
  if (!added.ok) throw new Error(JSON.stringify(added.error));
  await repository.giveClone(place);
}

/** The git of whoever works in the place: it finds what lies there. */
const inClone = (...args: readonly string[]): string => world.gitAt(place, ...args);

function commitThere(files: Readonly<Record<string, string>>, message = 'Work'): string {
  world.write(files, place);
  inClone('add', '--all');
  inClone('commit', '--quiet', '--message', message);
  return inClone('rev-parse', 'HEAD');
}

const home = () => repository.bringHome(place, { aside: ASIDE });
const ours = (ref: string) => repository.readRef(ref);

describe('a clone in the place of a worktree', () => {
  it('is clean, is on the branch of its place, shows the branches and tags of the person, and has no remote and no hook', async () => {
    world.git('tag', 'v1');
    world.git('remote', 'add', 'origin', 'https://example.org/shop.git');
    world.write({ '.git/hooks/pre-commit': '#!/bin/sh\nexit 1\n' });
    await aClone();
    expect({
      status: inClone('status', '--porcelain'),
      branch: inClone('symbolic-ref', '--short', 'HEAD'),
      refs: inClone('for-each-ref', '--format=%(refname)').split('\n'),
      remotes: inClone('remote'),
      hooks: existsSync(join(place, '.git', 'hooks')),
      directory: inClone('rev-parse', '--absolute-git-dir'),
    }).toEqual({
      status: '',
      branch: BRANCH,
      refs: [`refs/heads/${BRANCH}`, 'refs/heads/main', 'refs/tags/v1'],
      remotes: '',
      hooks: false,
      directory: join(place, '.git'),
    });
  });

  it('copies no object, and nothing in it shares its content with a file of the repository', async () => {
    await aClone();
    const objects = world.gitAt(place, 'count-objects', '-v').split('\n');
    expect(objects).toContain('count: 0');
    expect(objects).toContain('in-pack: 0');
    expect(readFileSync(join(place, '.git', 'objects', 'info', 'alternates'), 'utf8')).toBe(
      `${join(world.root, '.git', 'objects')}\n`,
    );
  });

  it('writes files as the repository does, ignores what is ignored here, and takes over nothing else of the configuration', async () => {
    world.git('config', 'core.autocrlf', 'true');
    world.git('config', 'user.name', 'Ann "A" \\ Other');
    world.git('config', 'core.fsmonitor', 'evil');
    world.git('config', 'alias.st', 'status');
    world.git('config', 'credential.helper', 'store');
    world.write({ '.git/info/exclude': 'secret.txt\n' });
    await aClone();
    world.write({ 'secret.txt': 's\n' }, place);
    expect({
      status: inClone('status', '--porcelain'),
      local: inClone('config', '--local', '--name-only', '--list')
        .split('\n')
        .filter((key) => !/^core\.(repo|bare|logall|filemode)/.test(key)),
      name: inClone('config', 'user.name'),
    }).toEqual({
      status: '',
      local: ['core.autocrlf', 'user.name', 'gc.auto', 'maintenance.auto'],
      name: 'Ann "A" \\ Other',
    });
  });

  it('is made anew, and not over commits that are nowhere else', async () => {
    await aClone();
    inClone('config', 'core.hooksPath', '/evil');
    await repository.giveClone(place);
    expect(inClone('config', '--local', '--list')).not.toContain('hookspath');
    commitThere({ 'c.txt': 'c\n' });
    await expect(repository.giveClone(place)).rejects.toThrow('commits that are nowhere else');
    await home();
    await repository.giveClone(place);
    expect({ log: inClone('log', '--format=%s'), status: inClone('status', '--porcelain') }).toEqual({
      log: 'Work\nchange a.txt src/b.txt .gitignore',
      status: '',
    });
  });

  it('can be detached, as the place of verification is', async () => {
    const commit = (await repository.head()).commit;
    if (commit === null) throw new Error('no commit');
    await repository.addDetachedWorktree({ path: place, commit, reason: 'breakwater verify' });
    await repository.giveClone(place);
    expect({ head: inClone('rev-parse', 'HEAD'), branch: inClone('branch', '--show-current') }).toEqual({
      head: commit,
      branch: '',
    });
  });

  it('is one whose git directory nobody can push from, and what is written there changes nothing here', async () => {
    await aClone();
    const before = world.fingerprint();
    commitThere({ 'c.txt': 'c\n' });
    inClone('config', 'core.fsmonitor', 'touch /tmp/evil');
    inClone('branch', '--force', 'main', 'HEAD');
    inClone('tag', 'v9');
    inClone('update-ref', '-d', 'refs/heads/main');
    inClone('stash', '--include-untracked');
    world.write({ '.git/hooks/post-commit': 'evil', '.git/info/attributes': '* merge=evil filter=evil' }, place);
    inClone('gc', '--quiet', '--prune=now');
    expect(world.fingerprint()).toEqual(before);
    expect(world.git('for-each-ref', '--format=%(refname)')).toBe(`refs/heads/${BRANCH}\nrefs/heads/main`);
  });
});

describe('what was committed in a clone', () => {
  it('comes home: its objects, its branch, and a place that is clean', async () => {
    await aClone();
    const before = world.fingerprint();
    const commit = commitThere({ 'c.txt': 'c\n' });
    expect(await repository.uncommitted(place)).toEqual(['c.txt']);
    expect(await home()).toEqual({ headless: false, aside: [] });
    expect({ branch: await ours(`refs/heads/${BRANCH}`), uncommitted: await repository.uncommitted(place) }).toEqual({
      branch: commit,
      uncommitted: [],
    });
    expect(world.git('show', `${BRANCH}:c.txt`)).toBe('c');
    expect(await home()).toEqual({ headless: false, aside: [] });
    expect(world.fingerprint()).toEqual(before);
    expect(world.git('fsck', '--no-dangling')).toBe('');
  });

  it('is enough, with what was not committed, for the whole work to be saved as in a worktree', async () => {
    await aClone();
    commitThere({ 'c.txt': 'c\n' });
    world.write({ 'd.txt': 'd\n', 'a.txt': 'changed\n' }, place);
    rmSync(join(place, 'src/b.txt'));
    await home();
    const { commit } = await repository.commitAll(place, 'The rest');
    expect(world.git('ls-tree', '-r', '--name-only', commit).split('\n')).toEqual(['.gitignore', 'a.txt', 'c.txt', 'd.txt']);
    expect(world.git('log', '--format=%s', commit)).toBe('The rest\nWork\nchange a.txt src/b.txt .gitignore');
  });

  it('includes ignored files that were added all the same', async () => {
    await aClone();
    world.write({ 'kept.log': 'k\n', 'left.log': 'l\n' }, place);
    inClone('add', '--force', 'kept.log');
    await home();
    const { commit } = await repository.commitAll(place, 'Work');
    expect(world.git('ls-tree', '-r', '--name-only', commit)).toContain('kept.log');
    expect(world.git('ls-tree', '-r', '--name-only', commit)).not.toContain('left.log');
  });

  it('includes other branches, tags and every stash, each under a ref of its own, once', async () => {
    await aClone();
    inClone('switch', '--quiet', '--create', 'other');
    const other = commitThere({ 'other.txt': 'o\n' }, 'Other');
    inClone('tag', 'mark');
    inClone('switch', '--quiet', BRANCH);
    for (const text of ['one\n', 'two\n']) {
      world.write({ 'a.txt': text }, place);
      inClone('stash', '--quiet');
    }
    const stashes = inClone('stash', 'list', '--format=%H').split('\n');
    const { aside } = await home();
    expect(aside.map(({ name }) => name)).toEqual(['refs/heads/other', 'refs/stash', 'stash 1']);
    const kept = (await repository.listRefs(ASIDE)).map(({ id }) => id);
    expect(new Set(kept)).toEqual(new Set([other, ...stashes]));
    expect(await home()).toEqual({ headless: false, aside: [] });
  });

  it('includes a branch that is called as the place where git keeps replacements', async () => {
    await aClone();
    const name = 'refs/replace/other';
    inClone('branch', name, inClone('commit-tree', '-p', 'HEAD', '-m', 'Beside', 'HEAD^{tree}'));
    expect((await home()).aside).toEqual([{ ref: `${ASIDE}1`, name: `refs/heads/${name}` }]);
    expect(await ours(`${ASIDE}1`)).toBe(inClone('rev-parse', `refs/heads/${name}`));
  });

  it('finds a free ref for what lies beside it, also when one of those before was deleted', async () => {
    await aClone();
    world.git('update-ref', `${ASIDE}2`, 'HEAD');
    inClone('branch', 'other', inClone('commit-tree', '-p', 'HEAD', '-m', 'Beside', 'HEAD^{tree}'));
    expect(await home()).toEqual({ headless: false, aside: [{ ref: `${ASIDE}3`, name: 'refs/heads/other' }] });
    expect(await ours(`${ASIDE}3`)).toBe(inClone('rev-parse', 'refs/heads/other'));
  });

  it('is where the clone is, also when that is another branch or none', async () => {
    await aClone();
    inClone('switch', '--quiet', '--detach');
    const commit = commitThere({ 'c.txt': 'c\n' });
    await home();
    expect(await ours(`refs/heads/${BRANCH}`)).toBe(commit);
  });

  it('is found where HEAD was last when its branch was deleted, and that is said', async () => {
    await aClone();
    const commit = commitThere({ 'c.txt': 'c\n' });
    inClone('update-ref', '-d', 'HEAD');
    expect(await home()).toEqual({ headless: true, aside: [] });
    expect(await ours(`refs/heads/${BRANCH}`)).toBe(commit);
  });

  it('is what its files show when its git directory is gone', async () => {
    await aClone();
    world.write({ 'c.txt': 'c\n' }, place);
    rmSync(join(place, '.git'), { recursive: true });
    expect(await home()).toEqual({ headless: true, aside: [] });
    expect(await repository.uncommitted(place)).toEqual(['c.txt']);
  });

  it('is refused when it is damaged, and the place cannot be removed then', async () => {
    await aClone();
    const commit = commitThere({ 'c.txt': 'c\n' });
    const tree = inClone('rev-parse', 'HEAD^{tree}');
    rmSync(join(place, '.git', 'objects', tree.slice(0, 2), tree.slice(2)));
    await expect(home()).rejects.toThrow('git fetch failed');
    expect(await ours(`refs/heads/${BRANCH}`)).not.toBe(commit);
    expect(await repository.removeWorktree(place)).toMatchObject({ error: { reason: 'unsaved-work' } });
  });

  it('is refused when its refs were turned into reftables, with what turns them back, and all of it stays', async () => {
    await aClone();
    commitThere({ 'c.txt': 'c\n' });
    mkdirSync(join(place, '.git', 'reftable'));
    const told = `its refs are in reftables, which cannot be read as data; turn them back first: git --git-dir=${place}/.git refs migrate --ref-format=files`;
    await expect(home()).rejects.toThrow(told);
    const files = ['.git (which cannot be read)', 'c.txt'];
    expect(await repository.removeWorktree(place)).toMatchObject({ error: { reason: 'unsaved-work', places: [{ files }] } });
    expect(existsSync(join(place, 'c.txt'))).toBe(true);
  });

  it('concludes a merge that was left open in it, and forgets one that was given up there', async () => {
    const theirs = world.commit({ 'a.txt': 'theirs\n' });
    world.git('reset', '--quiet', '--hard', 'HEAD~1');
    await aClone();
    commitThere({ 'a.txt': 'ours\n' });
    await home();
    expect(await repository.mergeInto(place, { commit: theirs, message: 'Bring' })).toMatchObject({ conflicts: ['a.txt'] });
    await repository.giveClone(place);
    expect(inClone('rev-parse', 'MERGE_HEAD')).toBe(theirs);
    world.write({ 'a.txt': 'both\n' }, place);
    await home();
    const { commit: merged } = await repository.commitAll(place, 'Settle');
    expect(world.git('log', '-1', '--format=%P', merged).split(' ')).toContain(theirs);
    await repository.switchBranch(place, { branch: `${BRANCH}@2` });
    expect(await repository.mergeInto(place, { commit: world.commit({ 'a.txt': 'more\n' }), message: 'Bring' })).toMatchObject({
      conflicts: ['a.txt'],
    });
    await repository.giveClone(place);
    inClone('merge', '--abort');
    await home();
    expect((await repository.commitAll(place, 'Nothing')).commit).toBe(merged);
  });
});

describe('a place with a clone', () => {
  it('is removed when everything is home, and not before', async () => {
    await aClone();
    inClone('switch', '--quiet', '--create', 'other');
    commitThere({ 'c.txt': 'c\n' });
    inClone('switch', '--quiet', BRANCH);
    expect(await repository.removeWorktree(place)).toEqual({
      ok: false,
      error: { reason: 'unsaved-work', places: [{ place, files: ['.git (refs/heads/other)'] }] },
    });
    await home();
    expect(await repository.removeWorktree(place)).toMatchObject({ ok: true });
    expect({ there: existsSync(place), entries: existsSync(join(world.root, '.git/worktrees')) }).toEqual({
      there: false,
      entries: false,
    });
  });

  it('stays while something is in it that no commit holds: files of git-lfs, submodules', async () => {
    await aClone();
    mkdirSync(join(place, '.git', 'lfs', 'objects'), { recursive: true });
    expect(await repository.unsaved(place, [])).toEqual(['.git (lfs)']);
  });

  it('runs nothing that its configuration names while it is looked at and brought home', async () => {
    await aClone();
    const trap = join(world.folder, 'trapped');
    const evil = `touch ${trap}`;
    commitThere({ 'c.txt': 'c\n' });
    for (const key of [
      'core.fsmonitor',
      'core.sshCommand',
      'core.alternateRefsCommand',
      'core.pager',
      'remote.x.uploadpack',
      'filter.f.clean',
      'filter.f.process',
      'uploadpack.packObjectsHook',
      'diff.external',
      'core.gitProxy',
    ])
      inClone('config', key, evil);
    inClone('config', 'extensions.partialClone', 'x');
    inClone('config', 'remote.x.url', 'ext::sh -c "touch trapped"');
    inClone('config', 'remote.x.promisor', 'true');
    inClone('config', 'core.worktree', world.root);
    world.write(
      { '.git/info/attributes': '* filter=f diff=f merge=f\n', '.git/hooks/post-index-change': `#!/bin/sh\n${evil}\n` },
      place,
    );
    writeFileSync(join(place, 'd.txt'), 'd\n');
    const before = world.fingerprint();
    await home();
    await repository.changedSince(place, (await repository.worktreeHead(place)) ?? repositoryBase());
    await repository.commitAll(place, 'Rest');
    await repository.unsaved(place, []);
    await repository.removeWorktree(place);
    expect({ trapped: existsSync(trap), changed: world.fingerprint() }).toEqual({ trapped: false, changed: before });
  });

  it('follows no link that leads out of its git directory', async () => {
    await aClone();
    const elsewhere = join(world.folder, 'elsewhere');
    world.write({ x: `${(await repository.head()).commit}\n` }, elsewhere);
    symlinkSync(elsewhere, join(place, '.git', 'refs', 'heads', 'linked'));
    rmSync(join(place, '.git', 'index'));
    symlinkSync('/dev/zero', join(place, '.git', 'index'));
    expect(await home()).toEqual({ headless: false, aside: [] });
  });
});

function repositoryBase(): never {
  throw new Error('the place has no commit');
}
