import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { readRegularFile } from '@breakwater/git';
import { literalPattern } from '@breakwater/text';
import { bytesOf } from './bytes-of.js';
import type { Install } from './detect-install.js';

interface OwnScript {
  /** Folder of the manifest, relative. */
  readonly folder: string;
  readonly command: string;
}

/** `install` brings its `pre` and `post` along; without it each is run by itself. */
const WITH_INSTALL = ['install', 'prepare'];
const WITHOUT = ['preinstall', 'postinstall', 'prepare'];

/**
 * What the workspace's own packages do when they are installed, e.g. generate code. Their products lie outside of the installed
 * folders and rest on sources, so no template holds them: they are made in every worktree, as an install would. Members first.
 */
export async function ownScripts(place: string, folders: readonly string[], install: Install): Promise<readonly OwnScript[]> {
  const inOrder = [...folders].sort((a, b) => b.length - a.length);
  const program = install.manager === 'yarn-berry' ? 'yarn' : install.manager;
  const found = inOrder.map(async (folder) => {
    const { name, scripts } = await readManifest(join(place, folder));
    if (!(await isMember({ place, folder, name, install }))) return [];
    const names = 'install' in scripts ? WITH_INSTALL : WITHOUT;
    return names.filter((one) => one in scripts).map((one) => ({ folder, command: `${program} run ${one}` }));
  });
  return (await Promise.all(found)).flat();
}

interface Candidate {
  readonly place: string;
  readonly folder: string;
  readonly name: string;
  readonly install: Install;
}

/** The top, and what the manager links to: pnpm names its members in the lockfile, the others link them at the top by name. */
async function isMember({ place, folder, name, install }: Candidate): Promise<boolean> {
  if (folder === '') return true;
  if (install.manager === 'pnpm') return isImporter(folder, install.content);
  const linked = await realpath(join(place, 'node_modules', name)).catch(() => undefined);
  return linked !== undefined && linked === (await realpath(join(place, folder)));
}

/** Only what stands below `importers` are folders: elsewhere the same word may be an override or somebody's package. */
function isImporter(folder: string, lockfile: string): boolean {
  const [importers = ''] = /^importers:\r?\n(?:(?: [^\n]*|\r?)\n)*/m.exec(lockfile) ?? [];
  // The lockfile was read byte for byte.
  const name = literalPattern(bytesOf(folder));
  return new RegExp(`^ {2}['"]?${name}['"]?:`, 'm').test(importers);
}

async function readManifest(folder: string): Promise<{ readonly name: string; readonly scripts: object }> {
  const text = await readRegularFile(join(folder, 'package.json')).then(String, () => '{}');
  try {
    const { name, scripts } = JSON.parse(text) as { readonly name?: unknown; readonly scripts?: unknown };
    return { name: String(name), scripts: typeof scripts === 'object' && scripts !== null ? scripts : {} };
  } catch {
    return { name: '', scripts: {} };
  }
}
