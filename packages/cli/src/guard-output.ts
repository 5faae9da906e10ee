import { EXIT, type ExitCode } from './exit-code.js';

/** A stream as far as its failures go. */
interface Failing {
  on(event: 'error', heard: (error: NodeJS.ErrnoException) => void): unknown;
}

interface Outputs {
  readonly stdout: Failing;
  readonly stderr: Failing;
  exitCode?: number | string | null | undefined;
}

/** The reader went away: `| head -1`, a closed terminal. That is no fault. */
const READER_GONE: ReadonlySet<string | undefined> = new Set(['EPIPE', 'EIO']);

/**
 * Output that cannot be written never ends a run that is going on. An answer that was lost for another reason, such as a full
 * disk, turns success into failure. Answers what the exit code becomes.
 */
export function guardOutput(process: Outputs, err: (text: string) => void): (code: ExitCode) => ExitCode {
  let lost = false;
  const judge = (code: ExitCode): ExitCode => (lost && code === EXIT.done ? EXIT.environment : code);
  process.stderr.on('error', () => undefined);
  process.stdout.on('error', (error) => {
    if (lost || READER_GONE.has(error.code)) return;
    lost = true;
    err(`error: the answer could not be written: ${error.message}\n`);
    // Some streams say so only after the command is through.
    if (process.exitCode === EXIT.done) process.exitCode = EXIT.environment;
  });
  return judge;
}
