import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import { breakwater } from '../rig/breakwater.js';
import { git } from '../rig/git.js';
import { fingerprint } from '../rig/repository.js';
import { type FaultWorld, TASK_IDS } from './fault-world.js';

/**
 * Everything that must be true after any fault, once the run came to its end. Compared as one value, so that a failure shows all.
 * `theirs`: commits that the person put on the integration branch themselves.
 */
export async function expectSound(world: FaultWorld, tree: string, label: string, theirs = 0): Promise<void> {
  const found = { ...(await lookAt(world)), label };
  expect(found).toEqual({ ...SOUND, label, tree, theirs, checkout: world.before });
}

const SOUND = {
  chain: TASK_IDS,
  outcome: 'finished',
  states: Object.fromEntries(TASK_IDS.map((id) => [id, 'integrated'])),
  fsck: '',
  processes: [],
  worktrees: 1,
  strayRefs: [],
  strayFiles: [],
  temp: [],
};

async function lookAt(world: FaultWorld): Promise<Readonly<Record<string, unknown>>> {
  const { repository } = world;
  const branch = integrationOf(repository);
  const status = JSON.parse((await breakwater(repository, ['status', '--json'])).stdout) as Status;
  return {
    tree: treeOf(repository),
    chain: chainOf(repository, branch).filter((task) => task !== ''),
    theirs: chainOf(repository, branch).filter((task) => task === '').length,
    outcome: status.outcome,
    states: Object.fromEntries(status.tasks.map(({ id, state }) => [id, state.state])),
    fsck: git(repository, 'fsck', '--no-dangling', '--no-progress'),
    processes: await processesOf(world),
    worktrees: git(repository, 'worktree', 'list', '--porcelain')
      .split('\n')
      .filter((line) => line.startsWith('worktree ')).length,
    strayRefs: strayRefs(repository, branch),
    strayFiles: strayFiles(repository),
    temp: readdirSync(world.temp),
    checkout: fingerprint(repository),
  };
}

interface Status {
  readonly outcome: string;
  readonly tasks: readonly { readonly id: string; readonly state: { readonly state: string } }[];
}

export function integrationOf(repository: string): string {
  const names = git(repository, 'for-each-ref', '--format=%(refname:short)', 'refs/heads/breakwater').split('\n');
  return names.find((name) => name.endsWith('/integration')) ?? 'none';
}

export function treeOf(repository: string): string {
  return git(repository, 'rev-parse', `${integrationOf(repository)}^{tree}`);
}

/** As the run keeps it: the branch it began from may have gone on. */
function baseOf(repository: string): string {
  const [ref = 'main'] = git(repository, 'for-each-ref', '--format=%(refname)', 'refs/breakwater/runs/*/base').split('\n');
  return ref;
}

function chainOf(repository: string, branch: string): readonly string[] {
  const format = '--format=%(trailers:key=Breakwater-Task,valueonly,separator=%x2C)';
  return git(repository, 'log', '--first-parent', '--reverse', format, `${baseOf(repository)}..${branch}`).split('\n');
}

/** Ours, and neither of the one run nor of one of its attempts. */
function strayRefs(repository: string, branch: string): readonly string[] {
  const run = branch.split('/')[1] ?? 'none';
  const attempt = '[a-f](@\\d+)?';
  const allowed = new RegExp(
    `^refs/(heads/breakwater/${run}/(integration|${attempt})|breakwater/runs/${run}/(plan|base|task/[a-f]/\\d+|[a-z-]+/.*))$`,
  );
  return git(repository, 'for-each-ref', '--format=%(refname)')
    .split('\n')
    .filter((ref) => ref.includes('breakwater') && !allowed.test(ref));
}

/**
 * Locks and the like in the git directory, and what is left of the folder for worktrees. An object or pack that a killed git had only
 * half written is not among them: nobody reads it, whose it was nobody can tell, and git itself takes it away in time.
 */
function strayFiles(repository: string): readonly string[] {
  const inside = filesBelow(join(repository, '.git')).filter((path) =>
    /\.lock$|packed-refs\.new$|gc\.pid|tmp_(?!obj|pack|idx|rev)/.test(path),
  );
  const home = `${repository}.breakwater`;
  return [...inside, ...filesBelow(home)].map((path) => relative(repository, path));
}

function filesBelow(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}

/** What still runs and has to do with this world: looked for again for a second, for the last may just be leaving. */
export async function processesOf({ repository, temp }: Pick<FaultWorld, 'repository' | 'temp'>): Promise<readonly string[]> {
  for (let round = 0; ; round += 1) {
    const found = aliveIn([repository, temp]);
    if (found.length === 0 || round === 10) return found;
    await wait(100);
  }
}

/** Command lines of all that has to do with some folders at this moment, this process excepted. */
export function aliveIn(folders: readonly string[]): readonly string[] {
  return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? aboutWorld(name, folders) : []));
}

function aboutWorld(pid: string, folders: readonly string[]): readonly string[] {
  if (Number(pid) === process.pid) return [];
  const command = read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim();
  const texts = [command, read(`/proc/${pid}/environ`), link(`/proc/${pid}/cwd`)];
  if (command === '') return [];
  return texts.some((text) => folders.some((folder) => text.includes(folder))) ? [command] : [];
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function link(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
