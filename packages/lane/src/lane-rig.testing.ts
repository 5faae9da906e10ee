import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openRepository, type Repository } from '@breakwater/git';
import type { LaneHandler, LanePort } from '@breakwater/model';
import {
  type CommitId,
  type Config,
  commitId,
  type LaneNews,
  type LaneOrder,
  runId,
  taskBranch,
  taskId,
  type VerifyOrder,
} from '@breakwater/model';
import { afterEach } from 'vitest';
import { GIT_ENVIRONMENT } from '../../../test/rig/git.js';
import { createLocalLanes } from './create-local-lanes.js';
import type { LocalLaneSetting } from './local-lane-setting.js';

export const RUN = runId('7f3a');

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

export function tempFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'breakwater-lane-')));
  folders.push(folder);
  return folder;
}

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** A real repository, and lanes on it. `shop` is the user's checkout; everything of ours lies beside it. */
export interface Rig {
  readonly shop: string;
  readonly worktrees: string;
  readonly logs: string;
  readonly base: CommitId;
  readonly repository: Repository;
  readonly lanes: LanePort;
  readonly news: readonly LaneNews[];
  readonly handler: LaneHandler;
  readonly git: (...words: readonly string[]) => string;
  /** A lane order whose session runs a node script in the worktree. */
  readonly order: (task: string, script: string, rest?: Partial<LaneOrder>) => LaneOrder;
  readonly verifyOrder: (head: string, commands: readonly string[], rest?: Partial<VerifyOrder>) => VerifyOrder;
  /** Everything of the user's that must not change. */
  readonly fingerprint: () => Readonly<Record<string, string>>;
  /** The same lanes in a new process, as far as lanes can tell. */
  readonly anew: () => LanePort;
}

const CONFIG: Config = {
  concurrency: 3,
  caution: 'balanced',
  threshold: 0.5,
  schedule: 'waves',
  effort: 'default',
  review: { mode: 'none', reviewers: 1 },
  runner: { kind: 'command', command: ['true'] },
  verify: [],
  worktrees: { directory: '../{repo}.breakwater', include: ['.env*'] },
  hubs: [],
  resources: {},
  lanes: { env: {}, ports: {} },
  claude: { command: 'claude', permissionMode: 'dontAsk', allow: [] },
  fence: 'open',
  sandbox: 'off',
  budget: { perTask: {} },
  retry: { times: 0, seconds: 1 },
};

export async function aRig(
  files: Readonly<Record<string, string>> = { 'a.txt': 'a\n' },
  { config = {}, setting = {} }: { readonly config?: Partial<Config>; readonly setting?: Partial<LocalLaneSetting> } = {},
): Promise<Rig> {
  const home = tempFolder();
  const shop = join(home, 'shop');
  mkdirSync(shop);
  const environment = { PATH: process.env['PATH'] ?? '', HOME: home, TMPDIR: tempFolder(), ...GIT_ENVIRONMENT };
  const git = (...words: readonly string[]) =>
    execFileSync('git', words, { cwd: shop, env: environment, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trimEnd();
  git('init', '-q', '-b', 'main');
  writeFiles(shop, files);
  git('add', '-A');
  git('commit', '-q', '--allow-empty', '-m', 'Begin');
  const opened = await openRepository(shop, environment);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const [worktrees, logs] = [join(home, 'shop.breakwater', RUN), join(home, 'logs')];
  const whole: LocalLaneSetting = {
    repository: opened.value,
    config: { ...CONFIG, ...config },
    worktrees,
    logs,
    environment,
    sitting: process.pid,
    affected: async () => ({ projects: [], affected: [] }),
    newSessionId: () => '00000000-0000-4000-8000-000000000001',
    ...setting,
  };
  const news: LaneNews[] = [];
  const base = commitId(git('rev-parse', 'HEAD'));
  return {
    ...{ shop, worktrees, logs, base, repository: opened.value, news, git },
    lanes: createLocalLanes(whole),
    handler: { ask: async () => ({ answer: 'granted' }), news: (one) => news.push(one) },
    order: (task, script, rest = {}) => laneOrder(base, task, script, rest),
    verifyOrder: (head, commands, rest = {}) => ({
      ...{ version: 1, run: RUN, task: taskId('api'), base, head: commitId(head), commands },
      ...rest,
    }),
    fingerprint: () => fingerprint(shop, git),
    anew: () => createLocalLanes(whole),
  };
}

function laneOrder(base: CommitId, task: string, script: string, rest: Partial<LaneOrder>): LaneOrder {
  const attempt = rest.id?.attempt ?? 1;
  return {
    version: 1,
    id: { run: RUN, task: taskId(task), attempt },
    lane: 0,
    base,
    branch: taskBranch(RUN, taskId(task), attempt),
    prompt: `Do ${task}.`,
    runner: { kind: 'command', command: [process.execPath, '-e', `const fs = require('node:fs'); ${GIT} ${script}`] },
    fence: 'open',
    grants: [],
    budget: {},
    verify: [],
    commitMessage: `Work of ${task}`,
    ...rest,
  };
}

/** For scripts of sessions: `git('commit', …)`. */
const GIT = "const git = (...words) => require('node:child_process').execFileSync('git', words, { encoding: 'utf8' }).trim();";

/** Files, index, HEAD, configuration, stash, and every ref that is not ours. */
function fingerprint(shop: string, git: Rig['git']): Readonly<Record<string, string>> {
  const control = ['HEAD', 'index', 'config', 'info/exclude'].map((name) => join('.git', name));
  const files = [...control, ...filesBelow(shop, '')].filter((path) => existsSync(join(shop, path)));
  const refs = git('for-each-ref', '--format=%(refname) %(objectname)').split('\n');
  return {
    refs: refs.filter((line) => !/^refs\/(heads\/)?breakwater\//.test(line)).join('\n'),
    ...Object.fromEntries(
      files.map((path) => [
        path,
        createHash('sha256')
          .update(readFileSync(join(shop, path)))
          .digest('hex'),
      ]),
    ),
  };
}

function filesBelow(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (path === '.git') return [];
    return entry.isDirectory() ? filesBelow(root, path) : [path];
  });
}
