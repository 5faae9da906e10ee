import { execFileSync } from 'node:child_process';
import { asCommitId, type CommitId, commitId } from '@breakwater/model';
import { expect, test } from 'vitest';
import { aRig, type Rig } from './lane-rig.testing.js';
import { writtenBySession } from './watch-refs.js';

const BRANCH = 'breakwater/7f3a/api';

/** A commit of an empty change on top of another one. */
function commitOn(rig: Rig, parent: string, message = 'x'): CommitId {
  return commitId(rig.git('commit-tree', '-p', parent, '-m', message, `${parent}^{tree}`));
}

/** What is said of a session that left this commit, when these refs hold commits that they did not hold before. */
function said(rig: Rig, commit: CommitId | undefined, before: Readonly<Record<string, string>> = {}) {
  const watched = { order: { base: rig.base, branch: BRANCH }, commit, repository: rig.repository };
  return writtenBySession(new Map(Object.entries({ 'refs/heads/main': rig.base, ...before })), watched);
}

test('a branch at a commit of the session is named with what puts it back; the person’s own commits are not', async () => {
  const rig = await aRig();
  const [first, persons] = [commitOn(rig, rig.base, 'first'), commitOn(rig, rig.base, 'persons')];
  const last = commitOn(rig, first, 'last');
  const refs = { made: first, moved: last, persons, old: rig.base, same: first, 'breakwater/7f3a/page': last };
  for (const [name, commit] of Object.entries(refs)) rig.git('update-ref', `refs/heads/${name}`, commit);
  const before = { 'refs/heads/moved': persons, 'refs/heads/same': first, 'refs/heads/gone': rig.base };
  expect(await said(rig, last, before)).toEqual([
    `it made refs/heads/made at its commit ${first.slice(0, 7)}; that is taken back by: git update-ref -d refs/heads/made ${first}`,
    `it moved refs/heads/moved, which is not its own, to its commit ${last.slice(0, 7)}; that is taken back by: git update-ref refs/heads/moved ${persons} ${last}`,
  ]);
});

test('a session that left nothing has written no branch', async () => {
  const rig = await aRig();
  rig.git('update-ref', 'refs/heads/side', commitOn(rig, rig.base));
  expect([await said(rig, undefined), await said(rig, rig.base)]).toEqual([[], []]);
});

test('a branch is named so that a shell reads its name and nothing else, and what is said of it takes it back', async () => {
  const rig = await aRig();
  const commit = commitOn(rig, rig.base);
  const names = ["a';touch$IFS'b';'", '$(c)&`d`|"e"', '#größe', '-f'].map((name) => `refs/heads/x/${name}`);
  for (const ref of names) rig.git('update-ref', ref, commit);
  const sentences = await said(rig, commit);
  expect(sentences).toHaveLength(names.length);
  for (const sentence of sentences) execFileSync('sh', ['-c', sentence.split('taken back by: ')[1] ?? ''], { cwd: rig.shop });
  expect(rig.git('for-each-ref', '--format=%(refname)')).toBe('refs/heads/main');
  expect(rig.git('status', '--porcelain')).toBe('');
});

test('the stash is told of when its last entry was made on the session’s branch, and only when it is another than before', async () => {
  const rig = await aRig();
  const stash = (branch: string) => {
    const entry = commitOn(rig, rig.base, `${branch}: abc123 Begin`);
    rig.git('update-ref', 'refs/stash', entry);
    return entry;
  };
  const warned = ['it put changes on the stash, which is not its own; they are still there: git stash show --patch'];
  for (const [how, expected] of [
    [`WIP on ${BRANCH}`, warned],
    [`On ${BRANCH}`, warned],
    [`WIP on ${BRANCH}@2`, []],
    ['WIP on main', []],
  ] as const) {
    const entry = stash(how);
    expect([await said(rig, undefined), await said(rig, undefined, { 'refs/stash': entry })]).toEqual([expected, []]);
  }
  expect(asCommitId(rig.git('rev-parse', 'refs/stash'))).toBeDefined();
});
