import type { CommitId } from '@breakwater/model';
import { type CommandsEnd, type CommandsOrder, runCommands } from '@breakwater/session';
import { type CommandFailure, commandFailure } from './command-failure.js';
import { copyIncludes, type IncludeOrder } from './copy-includes.js';
import { detectInstall, type Install } from './install/detect-install.js';
import { installPlace } from './install/install-place.js';
import type { Installs } from './install/installs.js';
import { writeLaneFile } from './write-lane-file.js';

/** Minutes for each command; a cold install of a large repository takes some. */
const LIMIT_MINUTES = 30;

export interface PrepareOrder extends IncludeOrder, Pick<CommandsOrder, 'environment' | 'values' | 'logFile' | 'signal'> {
  /** What the place is at. */
  readonly commit: CommitId;
  /** What its lockfile asks for is there already. */
  readonly installed?: boolean;
  /** Undefined: the package manager's own install. */
  readonly commands?: readonly string[] | undefined;
  /** Folder of what was installed before, absolute. */
  readonly store: string;
  readonly installs: Installs;
  /** Where the lane's own variables are written to, if anywhere. */
  readonly laneFile?: string | undefined;
  readonly variables: Readonly<Record<string, string>>;
  readonly onWarning: (text: string) => void;
  readonly onStep: (command: string) => void;
}

export type PrepareEnd =
  | { readonly end: 'ready' }
  | { readonly end: 'failed'; readonly failure: CommandFailure }
  | { readonly end: 'stopped' };

/** Makes a worktree fit to work in: files git does not bring, then the install, before any other tool looks at it. */
export async function preparePlace(order: PrepareOrder): Promise<PrepareEnd> {
  for (const warning of await copyIncludes(order)) order.onWarning(warning);
  await writeFileOf(order);
  const install = await detectInstall(order.place);
  for (const command of commandsOf(order, install)) {
    const end = command === install?.command ? await installIn(order, install) : await runIn(order, command);
    if (end.end === 'failed') return { end: 'failed', failure: commandFailure('prepare', end) };
    if (end.end === 'stopped') return end;
  }
  return { end: 'ready' };
}

function commandsOf({ commands, installed = false }: PrepareOrder, install: Install | undefined): readonly string[] {
  const all = commands ?? (install === undefined ? [] : [install.command]);
  return installed ? all.filter((command) => command !== install?.command) : all;
}

async function writeFileOf({ laneFile, onWarning, ...rest }: PrepareOrder): Promise<void> {
  const warning = laneFile === undefined ? undefined : await writeLaneFile({ ...rest, path: laneFile });
  if (warning !== undefined) onWarning(warning);
}

/** The user's own list may name the very install that we would have found; then it is done our way too. */
async function installIn(order: PrepareOrder, install: Install): Promise<CommandsEnd> {
  const { place, store, installs, onStep, onWarning } = order;
  const entries = await order.repository.tree(order.commit).list();
  return installPlace({ install, entries, place, store, installs, commands: settings(order), onStep, onWarning });
}

function runIn(order: PrepareOrder, command: string): Promise<CommandsEnd> {
  order.onStep(command);
  return runCommands({ ...settings(order), commands: [command], cwd: order.place });
}

function settings({ environment, values, logFile, signal }: PrepareOrder): Omit<CommandsOrder, 'commands' | 'cwd'> {
  return { environment, values, logFile, signal, minutes: LIMIT_MINUTES };
}
