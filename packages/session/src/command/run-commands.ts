import { type ProcessEnd, runProcess } from '../process/run-process.js';
import { Tail } from '../process/tail.js';
import type { CommandsEnd, CommandsOrder } from '../session.js';
import { fillPlaceholders, placeholderVariables } from './fill-placeholders.js';

/** Runs the user's own commands one after another in their shell, until one fails or the order's signal is aborted. */
export async function runCommands(order: CommandsOrder): Promise<CommandsEnd> {
  let seconds = 0;
  for (const command of order.commands) {
    if (order.signal.aborted) return { end: 'stopped' };
    const tail = new Tail();
    const end = await runCommand(command, order, tail);
    if (end.end === 'not-started') return { end: 'failed', command, exitCode: null, tail: end.message };
    if (end.cut === 'stopped') return { end: 'stopped' };
    if (end.exitCode !== 0 || end.cut !== undefined) return failed(command, end, { order, tail });
    seconds += end.seconds;
  }
  return { end: 'passed', seconds };
}

async function runCommand(command: string, order: CommandsOrder, tail: Tail): Promise<ProcessEnd> {
  const { cwd, logFile, minutes, signal, values } = order;
  const line = fillPlaceholders(command, values);
  if (Buffer.byteLength(line) > LONGEST_LINE) return { end: 'not-started', message: TOO_LONG };
  return runProcess({
    command: [...SHELL, line],
    environment: { ...order.environment, ...placeholderVariables(values) },
    stdin: '',
    onLine: (line) => {
      tail.push(line);
      order.onLine?.(line);
    },
    ...{ cwd, logFile, minutes, signal },
  });
}

/** Bytes. Linux takes no word of 128 KiB, and to the shell the whole line is one. */
const LONGEST_LINE = 120_000;
const TOO_LONG = 'with all those names the command is longer than the system allows; write it with {base} and {head} instead';

const SHELL = process.platform === 'win32' ? ['cmd.exe', '/d', '/s', '/c'] : ['sh', '-c'];

function failed(
  command: string,
  end: Extract<ProcessEnd, { end: 'exited' }>,
  { order, tail }: { order: CommandsOrder; tail: Tail },
): CommandsEnd {
  if (end.cut === 'minutes') tail.push(`ended after its limit of ${order.minutes} min`);
  const signal = end.signal === undefined ? {} : { signal: end.signal };
  return { end: 'failed', command, exitCode: end.exitCode, ...signal, tail: tail.text() };
}
