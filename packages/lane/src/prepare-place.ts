import { type CommandsOrder, runCommands } from '@breakwater/session';
import { type CommandFailure, commandFailure } from './command-failure.js';
import { copyIncludes, type IncludeOrder } from './copy-includes.js';
import { detectInstall } from './detect-install.js';

/** Minutes for each command; a cold install of a large repository takes some. */
const LIMIT_MINUTES = 30;

export interface PrepareOrder extends IncludeOrder, Pick<CommandsOrder, 'environment' | 'values' | 'logFile' | 'signal'> {
  /** Undefined: the package manager's own install. */
  readonly commands?: readonly string[] | undefined;
  readonly onWarning: (text: string) => void;
  readonly onStep: (command: string) => void;
}

export type PrepareEnd =
  | { readonly end: 'ready' }
  | { readonly end: 'failed'; readonly failure: CommandFailure }
  | { readonly end: 'stopped' };

/** Makes a fresh worktree fit to work in: files git does not bring, then the install, before any other tool looks at it. */
export async function preparePlace(order: PrepareOrder): Promise<PrepareEnd> {
  for (const warning of await copyIncludes(order)) order.onWarning(warning);
  const commands = order.commands ?? installCommands(await detectInstall(order.place));
  if (commands.length > 0) order.onStep(commands.join(' && '));
  const { environment, values, logFile, signal } = order;
  const end = await runCommands({ commands, cwd: order.place, environment, values, logFile, signal, minutes: LIMIT_MINUTES });
  if (end.end === 'failed') return { end: 'failed', failure: commandFailure('prepare', end) };
  return end.end === 'stopped' ? end : { end: 'ready' };
}

function installCommands(install: { readonly command: string } | undefined): readonly string[] {
  return install === undefined ? [] : [install.command];
}
