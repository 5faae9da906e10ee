import { createHash } from 'node:crypto';
import type { TreeEntry } from '@breakwater/model';
import type { Install } from './detect-install.js';

/** Files that decide what an install makes, wherever they lie. */
const DECIDES =
  /(?:^|\/)(?:package\.json|package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|pnpm-workspace\.yaml|yarn\.lock|bun\.lockb?|bunfig\.toml|\.npmrc|\.yarnrc(?:\.yml)?|\.pnpmfile\.c?js|\.node-version|\.nvmrc)$|(?:^|\/)(?:patches|\.yarn\/patches)\//;

/**
 * Names what an install of a commit makes on this machine: two commits with the same key have the same installed packages. Every
 * manifest counts as a whole, so an edited script installs anew although it need not; rather that than a stale link.
 */
export function installKey(entries: readonly TreeEntry[], install: Install): string {
  const files = entries.filter(({ path }) => DECIDES.test(path)).map(({ path, blob }) => `${path} ${blob}`);
  const machine = [process.platform, process.arch, process.version];
  return createHash('sha256')
    .update(JSON.stringify([FORMAT, install.manager, machine, files.sort()]))
    .digest('hex')
    .slice(0, 32);
}

/** Raised when templates of an older form may not be used. */
const FORMAT = 1;
