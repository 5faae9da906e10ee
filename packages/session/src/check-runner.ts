import { access, constants, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import { type ClaudeSettings, err, ok, type Runner } from '@breakwater/model';
import { sessionEnvironment } from './environment.js';
import { fewWords } from './few-words.js';
import { loadExeca } from './process/load-execa.js';
import type { RunnerCheck } from './session.js';

export interface RunnerQuestion {
  readonly runner: Runner;
  readonly claude: ClaudeSettings;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Relative commands and folders start here. */
  readonly cwd: string;
}

/** What is known of a runner before anything starts, so that a missing one fails once and not once per task. */
export function checkRunner(question: RunnerQuestion): Promise<RunnerCheck> {
  const { runner } = question;
  if (runner.kind === 'claude') return checkClaude(question);
  return runner.kind === 'command' ? checkCommand(runner.command, question) : checkEdits(runner.edits, question);
}

/** The first version whose guards and permission options behave as we rely on. */
const TESTED = [2, 1, 296] as const;
const VERSION_LIMIT_MS = 20_000;

async function checkClaude({ claude, environment, cwd }: RunnerQuestion): Promise<RunnerCheck> {
  const env = sessionEnvironment(environment, {});
  const options = { cwd, env, extendEnv: false, reject: false, timeout: VERSION_LIMIT_MS, stdin: 'ignore' } as const;
  const { execa } = await loadExeca();
  const { stdout, stderr, exitCode, originalMessage } = await execa(claude.command, ['--version'], options);
  const version = /\d+\.\d+\.\d+/.exec(String(stdout))?.[0];
  if (exitCode === 0 && version !== undefined)
    return ok({ description: `claude ${version}`, warnings: warnings(version, claude) });
  const said = fewWords(originalMessage ?? (String(stderr) || String(stdout) || `exit code ${exitCode}`));
  const hint =
    'Install Claude Code and run `claude` once to log in, or name it in the configuration: claude: { command: /path/to/claude }';
  return missing('E_CLAUDE_MISSING', `Claude Code does not answer to "${claude.command} --version": ${said}`, hint);
}

function warnings(version: string, { permissionMode }: ClaudeSettings): readonly string[] {
  const old = `Claude Code ${version} is older than ${TESTED.join('.')}, the oldest version this was tested with`;
  const open = 'permission mode bypassPermissions: sessions may run any command and write any file';
  return [...(isBelow(version, TESTED) ? [old] : []), ...(permissionMode === 'bypassPermissions' ? [open] : [])];
}

function isBelow(version: string, tested: readonly number[]): boolean {
  const parts = version.split('.').map(Number);
  const at = tested.findIndex((part, n) => parts[n] !== part);
  return at !== -1 && (parts[at] ?? 0) < (tested[at] ?? 0);
}

async function checkCommand(command: readonly string[], { environment, cwd }: RunnerQuestion): Promise<RunnerCheck> {
  const program = command[0] ?? '';
  const hint = 'Name a program in the configuration: runner: { kind: command, command: [node, agent.mjs] }';
  if (program === '') return missing('E_RUNNER_MISSING', 'The command that should run tasks is empty.', hint);
  for (const path of candidates(program, environment['PATH'] ?? '', cwd)) {
    if (await isExecutable(path)) return ok({ description: command.join(' '), warnings: [] });
  }
  return missing('E_RUNNER_MISSING', `The command that should run tasks is not an executable program: ${program}`, hint);
}

/** As the system looks for it: by path when it has a slash, else along PATH. */
function candidates(program: string, path: string, cwd: string): readonly string[] {
  if (isAbsolute(program) || /[\\/]/.test(program)) return [resolve(cwd, program)];
  const names = process.platform === 'win32' ? ['.exe', '.cmd', '.bat', ''].map((end) => program + end) : [program];
  return path.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

async function checkEdits(edits: string, { cwd }: RunnerQuestion): Promise<RunnerCheck> {
  const described = ok({ description: 'rehearsal', warnings: [] });
  if (edits === '') return described;
  const folder = resolve(cwd, edits);
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory()) return described;
  return missing(
    'E_EDITS_MISSING',
    `The folder with prepared edits does not exist: ${folder}`,
    'Name a folder with one TASK.json per task.',
  );
}

function missing(code: string, message: string, hint: string): RunnerCheck {
  return err({ reason: 'environment', code, message, hint });
}
