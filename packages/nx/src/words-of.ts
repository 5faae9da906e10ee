import type { ExecutorContext, Options } from './nx-types.js';

/**
 * An executor's options as the words of the command line, which alone knows what they mean: `dryRun: true` is `--dry-run`,
 * `only: [a, b]` is `--only=a,b`. A switch that is off is no word. `plan` of `execute` is its plan file.
 */
export function wordsOf(
  command: 'plan' | 'execute',
  { plan, ...options }: Options,
  { isVerbose }: Pick<ExecutorContext, 'isVerbose'>,
): readonly string[] {
  const verbose = command === 'plan' && isVerbose ? { verbose: true } : {};
  const flags = Object.entries({ ...options, ...verbose }).flatMap(([name, value]) => wordOf(name, value));
  // A file that begins with a dash is a file.
  return [command, ...flags, ...(plan === undefined ? [] : ['--', String(plan)])];
}

function wordOf(name: string, value: unknown): readonly string[] {
  if (value === undefined || value === null || value === false) return [];
  const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return value === true ? [flag] : [`${flag}=${String(value)}`];
}
