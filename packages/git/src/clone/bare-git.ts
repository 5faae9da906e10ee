import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Git } from '../git.js';
import { gitIn } from '../run/run-git.js';

export interface NewDirectory {
  /** `.git` is made in it, unless it is to be bare. */
  readonly folder: string;
  readonly bare: boolean;
  /** Short name of the branch that HEAD names. */
  readonly branch: string;
  /** An object id, whose length tells the hash. */
  readonly like: string;
  /** Folders of objects it reads besides its own, absolute. */
  readonly alternates: readonly string[];
  /** Added to its configuration. */
  readonly config: string;
}

/** An empty repository that reads objects elsewhere; no template, no hook, refs in files. Answers its git directory. */
export async function makeDirectory({ environment }: Pick<Git, 'environment'>, order: NewDirectory): Promise<string> {
  const run = gitIn({ cwd: order.folder, environment: { ...environment, GIT_DEFAULT_REF_FORMAT: 'files' }, flags: [] });
  const format = order.like.length === 64 ? 'sha256' : 'sha1';
  const kind = order.bare ? ['--bare'] : [];
  await run([
    'init',
    '--quiet',
    ...kind,
    '--template=',
    `--object-format=${format}`,
    `--initial-branch=${order.branch}`,
    ...['--', order.folder],
  ]);
  const directory = order.bare ? order.folder : join(order.folder, '.git');
  await mkdir(join(directory, 'objects', 'info'), { recursive: true });
  await writeFile(join(directory, 'objects', 'info', 'alternates'), order.alternates.map((path) => `${path}\n`).join(''));
  await appendFile(join(directory, 'config'), order.config);
  return directory;
}
