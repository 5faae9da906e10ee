import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Ended, type Started, start } from '../rig/breakwater.js';
import { git } from '../rig/git.js';
import { fingerprint, makeRepository, writeFiles } from '../rig/repository.js';
import { tempFolder } from '../rig/temp-folder.js';
import { makeGitShim, type ShimOrder } from './git-shim.js';

const AGENT = fileURLToPath(new URL('./agent.mjs', import.meta.url));

/** Six tasks in two waves and a half: three side by side, two that need the first, one that needs both kinds. */
const TASKS = `tasks:
  - { id: a, brief: A, writes: [src/a.txt] }
  - { id: b, brief: B, writes: ["src/b/**"] }
  - { id: c, brief: C, writes: ["src/c/**"] }
  - { id: d, brief: D, writes: [src/d.txt], dependsOn: [a] }
  - { id: e, brief: E, writes: [src/e.txt], dependsOn: [b] }
  - { id: f, brief: F, writes: [src/f.txt, src/a.txt], dependsOn: [c, d] }
`;

export const TASK_IDS = ['a', 'b', 'c', 'd', 'e', 'f'];

const CONFIG = `runner: { kind: command, command: [${JSON.stringify(process.execPath)}, ${JSON.stringify(AGENT)}] }
verify: ["test -e readme.md"]
retry: { times: 3, seconds: 2 }
`;

/** A repository with a person's unfinished business in it, where runs meet faults. */
export interface FaultWorld {
  readonly repository: string;
  /** TMPDIR of everything that is started: what is in it at the end was left by us. */
  readonly temp: string;
  /** Of the user's checkout, before anything happened. */
  readonly before: Readonly<Record<string, string>>;
  /** Starts the program; with a shim order, every git it starts goes through the shim. */
  readonly start: (words: readonly string[], shim?: ShimOrder, environment?: Variables) => Started;
  readonly run: (words: readonly string[], shim?: ShimOrder, environment?: Variables) => Promise<Ended>;
}

type Variables = Readonly<Record<string, string>>;

export function makeFaultWorld(files: Readonly<Record<string, string>> = {}): FaultWorld {
  const repository = makeRepository({
    'readme.md': '# Shop\n',
    'src/index.txt': 'index\n',
    'breakwater.tasks.yaml': TASKS,
    'breakwater.config.yaml': CONFIG,
    ...files,
  });
  leaveUnfinished(repository);
  const temp = tempFolder('temp');
  const home = tempFolder('home');
  const begin = (words: readonly string[], shim?: ShimOrder, rest: Variables = {}): Started => {
    const environment = { TMPDIR: temp, HOME: home, ...(shim === undefined ? {} : makeGitShim(shim)), ...rest };
    return start(repository, words, environment);
  };
  return {
    repository,
    temp,
    before: fingerprint(repository),
    start: begin,
    run: (words, shim, rest) => begin(words, shim, rest).ended,
  };
}

/** Staged, changed, untracked and stashed work of the person, all of which must come through. */
function leaveUnfinished(repository: string): void {
  appendFileSync(join(repository, 'readme.md'), 'stashed\n');
  git(repository, 'stash', '-q');
  appendFileSync(join(repository, 'src/index.txt'), 'staged\n');
  git(repository, 'add', 'src/index.txt');
  appendFileSync(join(repository, 'readme.md'), 'changed\n');
  writeFiles(repository, { 'notes/untracked.txt': 'mine\n' });
}
