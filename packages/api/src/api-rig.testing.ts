import { join } from 'node:path';
import type { Repository } from '@breakwater/git';
import { createJournal } from '@breakwater/journal';
import { type Failure, type Result, type RunEvent, runId } from '@breakwater/model';
import { aCommit, aRunStarted } from '@breakwater/model/testing';
import { GIT_ENVIRONMENT, git } from '../../../test/rig/git.js';
import { makeRepository, writeFiles } from '../../../test/rig/repository.js';
import { tempFolder } from '../../../test/rig/temp-folder.js';
import { openRepo } from './open-repo.js';
import { runFolder } from './places.js';
import type { World } from './world.js';

/** A session in a few words of its brief: `WRITE path text`, `UNTIL name` (a file in HOME), `FAIL`. */
const AGENT = `
const fs = require('node:fs');
const prompt = fs.readFileSync(0, 'utf8');
for (const [, path, text] of prompt.matchAll(/WRITE (\\S+) (\\S+)/g)) fs.writeFileSync(path, text + '\\n');
for (const [, name] of prompt.matchAll(/UNTIL (\\S+)/g))
  setInterval(() => fs.existsSync(process.env.HOME + '/' + name) && process.exit(0), 20);
if (/FAIL/.test(prompt)) process.exit(7);
`;

const CONFIG = 'runner: { kind: command, command: [node, agent.cjs] }\n';

/** A real repository, and a world that a test decides. */
export interface Rig {
  readonly root: string;
  readonly home: string;
  readonly world: World;
  /** Aborts `world.stop`. */
  readonly stop: () => void;
  readonly git: (...words: readonly string[]) => string;
  readonly write: (files: Readonly<Record<string, string>>) => void;
  /** Opened once. */
  readonly repository: () => Promise<Repository>;
}

/** `{ a: 'WRITE a.txt hello' }`: tasks by id with their briefs, whose sessions the agent above runs. */
export function aRig(briefs: Readonly<Record<string, string>>, files: Readonly<Record<string, string>> = {}): Rig {
  const tasks = Object.entries(briefs).map(([id, brief]) => `  - { id: ${id}, brief: "${brief}", writes: [${id}.txt] }`);
  const root = makeRepository({
    'readme.md': '# Shop\n',
    'agent.cjs': AGENT,
    'breakwater.config.yaml': CONFIG,
    'breakwater.tasks.yaml': `tasks:\n${tasks.join('\n')}\n`,
    ...files,
  });
  return rigIn(root);
}

export function rigIn(root: string): Rig {
  const home = tempFolder('home');
  const stop = new AbortController();
  const world = aWorld(root, home, stop.signal);
  let opened: Promise<Repository> | undefined;
  return {
    ...{ root, home, world },
    stop: () => stop.abort('SIGINT'),
    git: (...words) => git(root, ...words),
    write: (files) => writeFiles(root, files),
    repository: () => {
      opened ??= openRepo(undefined, world).then(accepted);
      return opened;
    },
  };
}

/** Another sitting in the same place: nothing of the first one is remembered. */
export function nextSitting({ root, home, world }: Rig): World {
  return { ...aWorld(root, home, new AbortController().signal), environment: world.environment };
}

function aWorld(cwd: string, home: string, stop: AbortSignal): World {
  let seconds = 0;
  let drawn = 0;
  const path = process.env['PATH'] ?? '';
  return {
    cwd,
    environment: { PATH: path, HOME: home, TMPDIR: tempFolder('tmp'), LANG: 'C.UTF-8', ...GIT_ENVIRONMENT },
    now: () => new Date(Date.UTC(2026, 0, 1) + 1000 * seconds++),
    goOnFrom: () => undefined,
    monotonic: () => performance.now(),
    until: async () => undefined,
    randomHex: (digits) => (drawn++).toString(16).padStart(digits, '0'),
    uuid: () => '00000000-0000-4000-8000-000000000001',
    pid: process.pid,
    stop,
    hurry: new AbortController().signal,
  };
}

/** A journal as some earlier sitting may have left it. */
export async function aPastRun(rig: Rig, id: string, events: readonly RunEvent[], at = '2026-01-01'): Promise<void> {
  const folder = runFolder(await rig.repository(), runId(id));
  const journal = accepted(await createJournal({ folder, now: () => new Date(at) }));
  for (const event of events) await journal.append(event);
  await journal.close();
}

export function started(id: string, tasks: readonly string[] = ['a']): RunEvent {
  return aRunStarted(tasks, { run: runId(id), integration: `breakwater/${id}/integration`, runner: 'command' });
}

export const FINISHED: RunEvent = { ev: 'run-finished', tip: aCommit(1) };
export const INTERRUPTED: RunEvent = { ev: 'run-interrupted', why: 'SIGINT' };

export function accepted<T>(result: Result<T, Failure>): T {
  if (result.ok) return result.value;
  throw new Error(`Refused: ${JSON.stringify(result.error)}`);
}

export function refused<T>(result: Result<T, Failure>): Failure {
  if (result.ok) throw new Error(`Not refused: ${JSON.stringify(result.value)}`);
  return result.error;
}

export function logFileOf(repository: Repository, run: string, name: string): string {
  return join(runFolder(repository, runId(run)), 'logs', name);
}
