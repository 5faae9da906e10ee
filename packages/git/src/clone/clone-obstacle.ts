import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommitId, Failure } from '@breakwater/model';
import type { Git } from '../git.js';
import { hasPromisorPack, promisorRemotes } from '../operations/promisor-remotes.js';
import { submodules } from '../operations/submodules.js';
import { LONG, textOf } from '../run/run-git.js';

/**
 * Why sessions cannot work in clones of this repository; undefined when they can. Failure `repository-refused` E_ISOLATION_CLONE: a
 * clone would miss history, or would store what it holds otherwise than the repository does.
 */
export async function cloneObstacle(git: Git, commit: CommitId): Promise<Failure | undefined> {
  for (const look of OBSTACLES) {
    const why = await look(git, commit);
    if (why !== undefined) return refused(why);
  }
  return undefined;
}

type Look = (git: Git, commit: CommitId) => Promise<string | undefined>;

const OBSTACLES: readonly Look[] = [
  async ({ commonDirectory }) =>
    (await isFile(join(commonDirectory, 'shallow'))) ? 'its history is cut off (shallow)' : undefined,
  async (git) => ((await isPartial(git)) ? 'it is a partial clone, which fetches objects when they are looked at' : undefined),
  async (git) => ((await isSparse(git)) ? 'its checkout is sparse' : undefined),
  async (git, commit) => {
    const [first] = await submodules(git, commit);
    return first === undefined ? undefined : `it has submodules, such as ${first}`;
  },
  async (git, commit) => {
    const [first] = await ownFilters(git, commit);
    return first === undefined ? undefined : `files of it go through the filter ${first}, which a clone has not`;
  },
  async ({ commonDirectory }) => (commonDirectory.includes('\n') ? 'there is a line break in its path' : undefined),
];

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

async function isPartial(git: Git): Promise<boolean> {
  const remotes = await promisorRemotes(git);
  return remotes === undefined || remotes.length > 0 || hasPromisorPack(git);
}

async function isSparse(git: Git): Promise<boolean> {
  const answer = await git.run(['config', '--bool', '--get', 'core.sparseCheckout'], { accept: [0, 1] });
  return textOf(answer) === 'true';
}

/** Filters that attributes of the commit ask for and that keep things in this git directory: git-lfs, and those set up only here. */
async function ownFilters(git: Git, commit: CommitId): Promise<readonly string[]> {
  const args = ['grep', '-h', '-I', '-E', '--no-color', 'filter=', commit, '--', ':(top,glob)**/.gitattributes'];
  const { stdout } = await git.run(args, { accept: [0, 1], limit: LONG });
  const local = await readFile(join(git.commonDirectory, 'info', 'attributes'), 'utf8').catch(() => '');
  const named = [...`${stdout.toString('utf8')}\n${local}`.matchAll(/\sfilter=(\S+)/g)].map(([, name = '']) => name);
  const asked = [...new Set(named)].sort();
  const own = await Promise.all(asked.map(async (name) => ((await isOwn(git, name)) ? [name] : [])));
  return own.flat();
}

async function isOwn(git: Git, name: string): Promise<boolean> {
  const scope = name === 'lfs' ? [] : ['--local', '--includes'];
  const keys = ['clean', 'smudge', 'process'].map((part) => `filter.${name}.${part}`);
  const found = await Promise.all(keys.map((key) => git.run(['config', ...scope, '--get', key], { accept: [0, 1] })));
  return found.some(({ exitCode }) => exitCode === 0);
}

function refused(why: string): Failure {
  return {
    reason: 'repository-refused',
    code: 'E_ISOLATION_CLONE',
    message: `Sessions cannot work in clones of this repository: ${why}.`,
    hint: 'Let them work in worktrees: isolation: worktree',
  };
}
