import { join } from 'node:path';
import { readRegularFile } from '@breakwater/git';

export type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'yarn-berry' | 'bun';

/** A package manager's own install, by the lockfile at the top of a worktree. */
export interface Install {
  readonly manager: PackageManager;
  readonly lockfile: string;
  /** The lockfile's content; while it stays the same, nothing needs to be installed again. */
  readonly content: string;
  readonly command: string;
}

/** Undefined when there is no lockfile: then there is nothing to install that we could know of. */
export function detectInstall(place: string): Promise<Install | undefined> {
  return findInstall((lockfile) => readRegularFile(join(place, lockfile)).catch(() => undefined));
}

/** The same wherever the lockfiles are read; `read` answers undefined for one that is not there. */
export async function findInstall(read: (lockfile: string) => Promise<Uint8Array | undefined>): Promise<Install | undefined> {
  for (const [lockfile, managerFor] of LOCKFILES) {
    const content = await read(lockfile).then(asText);
    if (content === undefined) continue;
    const manager = managerFor(content);
    return { manager, lockfile, content, command: COMMANDS[manager] };
  }
  return undefined;
}

/** Byte for byte, for bun's is no text. */
function asText(bytes: Uint8Array | undefined): string | undefined {
  return bytes === undefined ? undefined : Buffer.from(bytes).toString('latin1');
}

/** The first that exists counts. */
const LOCKFILES: readonly (readonly [string, (content: string) => PackageManager])[] = [
  ['package-lock.json', () => 'npm'],
  ['npm-shrinkwrap.json', () => 'npm'],
  ['pnpm-lock.yaml', () => 'pnpm'],
  ['yarn.lock', yarn],
  ['bun.lock', () => 'bun'],
  ['bun.lockb', () => 'bun'],
];

/** Each installs exactly what is locked, or fails. */
const COMMANDS: Readonly<Record<PackageManager, string>> = {
  npm: 'npm ci',
  pnpm: 'pnpm install --frozen-lockfile',
  yarn: 'yarn install --frozen-lockfile',
  'yarn-berry': 'yarn install --immutable',
  bun: 'bun install --frozen-lockfile',
};

/** Yarn 2 and later write metadata into the lockfile and know another option. */
function yarn(content: string): PackageManager {
  return content.includes('\n__metadata:') ? 'yarn-berry' : 'yarn';
}
