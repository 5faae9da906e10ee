import { join } from 'node:path';
import type { Repository } from '@breakwater/git';
import { type Config, runId } from '@breakwater/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attemptRef, runFolder, runRefs, worktreesFolder } from './places.js';

const RUN = runId('7f3a');

function folderFor(directory: string, { root = '/home/ann/shop', bare = false, commonDirectory = '' } = {}) {
  const repository = { root, bare, commonDirectory: commonDirectory || `${root}/.git` } as Repository;
  const config = { worktrees: { directory, include: [] } } as unknown as Config;
  const found = worktreesFolder(repository, config, RUN);
  if (found.ok) return found.value;
  return found.error.reason === 'repository-refused' ? found.error.code : found.error.reason;
}

describe('the folder for worktrees', () => {
  it.each([
    ['../{repo}.breakwater', '/home/ann/shop.breakwater/7f3a'],
    ['/var/{repo}/{repo}', '/var/shop/shop/7f3a'],
    ['../../trees', '/home/trees/7f3a'],
    ['../shopping', '/home/ann/shopping/7f3a'],
  ])('%s is %s', (directory, folder) => {
    expect(folderFor(directory)).toBe(folder);
  });

  it.each(['trees', '.', '', '.git/trees', '/home/ann/shop/deep/trees', '..trees', '...'])(
    '"%s" is inside the repository',
    (directory) => {
      expect(folderFor(directory)).toBe('E_WORKTREE_ROOT');
    },
  );

  it('is beside a bare repository, named without its .git', () => {
    const bare = { root: '/srv/shop.git', bare: true, commonDirectory: '/srv/shop.git' };
    expect(folderFor('{repo}.breakwater', bare)).toBe('/srv/shop.breakwater/7f3a');
    expect(folderFor('shop.git/trees', bare)).toBe('E_WORKTREE_ROOT');
  });

  it('is not inside the git directory of a repository that keeps it elsewhere', () => {
    expect(folderFor('/srv/gits/shop/trees', { commonDirectory: '/srv/gits/shop' })).toBe('E_WORKTREE_ROOT');
  });

  it('has no "~" before a digit, which Claude Code would refuse to write below', () => {
    expect([folderFor('../shop~1'), folderFor('../shop~'), folderFor('../{repo}', { root: '/x/a~2' })]).toEqual([
      'E_WORKTREE_ROOT',
      '/home/ann/shop~/7f3a',
      'E_WORKTREE_ROOT',
    ]);
  });

  it('is, whatever is written, outside the repository or refused', async () => {
    const segment = fc.constantFrom('..', '.', 'shop', '..shop', '{repo}', 'x', '.git');
    await fc.assert(
      fc.property(fc.array(segment, { maxLength: 6 }), fc.boolean(), (segments, absolute) => {
        const found = folderFor(`${absolute ? '/' : ''}${segments.join('/')}`);
        expect(found === 'E_WORKTREE_ROOT' || !found.startsWith('/home/ann/shop/')).toBe(true);
      }),
    );
  });
});

it('all refs of a run are below its prefix, and no two share a name', () => {
  const { prefix, base, frozen } = runRefs(RUN);
  const refs = [base, frozen, attemptRef(RUN, 'base', 1), attemptRef(RUN, 'base', 2), attemptRef(RUN, 'plan', 1)];
  expect(refs.filter((ref) => !ref.startsWith(prefix))).toEqual([]);
  expect(new Set(refs).size).toBe(refs.length);
});

it('the journal lies in the git directory that all worktrees share', () => {
  const repository = { root: '/home/ann/other', commonDirectory: '/home/ann/shop/.git' } as Repository;
  expect(runFolder(repository, RUN)).toBe(join('/home/ann/shop/.git/breakwater/runs/7f3a'));
});
