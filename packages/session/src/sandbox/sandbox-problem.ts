import { fewWords } from '../few-words.js';
import { loadExeca } from '../process/load-execa.js';
import { inBubblewrap } from './bubblewrap.js';

const LIMIT_MS = 10_000;

/** Why no session can run in a sandbox here, for a person; undefined where one can. Starts a program that does nothing in it. */
export async function sandboxProblem(environment: Readonly<Record<string, string | undefined>>): Promise<string | undefined> {
  if (process.platform !== 'linux') return 'bubblewrap works on Linux only';
  const env = { PATH: environment['PATH'] ?? '' };
  const [program = '', ...args] = await inBubblewrap(['true'], '/', { writable: [], fixed: [] });
  const { execa } = await loadExeca();
  const options = { env, extendEnv: false, reject: false, timeout: LIMIT_MS, stdin: 'ignore', cwd: '/' } as const;
  const { exitCode, stderr, code, originalMessage } = await execa(program, args, options);
  if (exitCode === 0) return undefined;
  if (code === 'ENOENT') return 'bwrap is not installed';
  return `bwrap does not work: ${fewWords(String(stderr) || (originalMessage ?? `exit code ${exitCode}`))}`;
}
