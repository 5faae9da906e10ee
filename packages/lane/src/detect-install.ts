import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A package manager's own install, by the lockfile at the top of a worktree. */
export interface Install {
  readonly lockfile: string;
  /** The lockfile's content; while it stays the same, nothing needs to be installed again. */
  readonly content: string;
  readonly command: string;
}

/** Undefined when there is no lockfile: then there is nothing to install that we could know of. */
export async function detectInstall(place: string): Promise<Install | undefined> {
  for (const [lockfile, commandFor] of LOCKFILES) {
    const content = await readFile(join(place, lockfile), 'latin1').catch(() => undefined);
    if (content !== undefined) return { lockfile, content, command: commandFor(content) };
  }
  return undefined;
}

/** The first that exists counts. Each command installs exactly what is locked, or fails. */
const LOCKFILES: readonly (readonly [string, (content: string) => string])[] = [
  ['package-lock.json', () => 'npm ci'],
  ['npm-shrinkwrap.json', () => 'npm ci'],
  ['pnpm-lock.yaml', () => 'pnpm install --frozen-lockfile'],
  ['yarn.lock', yarnInstall],
  ['bun.lock', () => 'bun install --frozen-lockfile'],
  ['bun.lockb', () => 'bun install --frozen-lockfile'],
];

/** Yarn 2 and later write metadata into the lockfile and know another option. */
function yarnInstall(content: string): string {
  return content.includes('\n__metadata:') ? 'yarn install --immutable' : 'yarn install --frozen-lockfile';
}
