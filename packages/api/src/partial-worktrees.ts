import type { Repository } from '@breakwater/git';
import { findInstall } from '@breakwater/lane';
import { type Config, type Diagnostic, fileNameOf, type RepositoryIndex } from '@breakwater/model';

/** What a worktree is made from. */
export interface Source {
  readonly repository: Repository;
  readonly index: Pick<RepositoryIndex, 'commit' | 'files'>;
  readonly config: Config;
}

/** Warnings about files that sessions would find missing or standing in for others; what prepares for that is believed. */
export async function partialWorktrees(source: Source): Promise<readonly Diagnostic[]> {
  return [...(await emptySubmodules(source)), ...(await pointerFiles(source))];
}

async function emptySubmodules({ repository, index, config }: Source): Promise<readonly Diagnostic[]> {
  const prepared = config.prepare?.some((command) => /\bgit\b.*\bsubmodule\b/.test(command)) ?? false;
  if (prepared || !index.files.some(({ path }) => path === '.gitmodules')) return [];
  const [first, ...others] = await repository.submodules(index.commit);
  if (first === undefined) return [];
  const what = others.length === 0 ? 'is a submodule' : `and ${others.length} more are submodules`;
  const install = await findInstall(readerOf({ repository, index }));
  const prepare = ['git submodule update --init', ...(install === undefined ? [] : [install.command])];
  const commands = prepare.map((command) => JSON.stringify(command)).join(', ');
  const hint = `If sessions or checks need what is in there, set: prepare: [${commands}]`;
  return [warning('W_SUBMODULE', `${first} ${what}, which a worktree has empty until it is prepared`, hint)];
}

/** Reads files of the commit by their path; its lockfile names the install that our own `prepare` would replace. */
function readerOf({ repository, index }: Pick<Source, 'repository' | 'index'>) {
  return async (wanted: string): Promise<Uint8Array | undefined> => {
    const file = index.files.find(({ path }) => path === wanted);
    let found: Uint8Array | undefined;
    const take = (_: string, bytes: Uint8Array): void => {
      found = bytes;
    };
    if (file !== undefined) await repository.tree(index.commit).visit([file.blob], take);
    return found;
  };
}

/** Git LFS brings its files along by itself wherever it is set up. */
async function pointerFiles({ repository, index }: Source): Promise<readonly Diagnostic[]> {
  const attributes = index.files.filter(({ path }) => fileNameOf(path) === '.gitattributes');
  const asking: string[] = [];
  const decoder = new TextDecoder();
  await repository.tree(index.commit).visit(
    attributes.map(({ blob }) => blob),
    (blob, bytes) => {
      if (ASKS_FOR_LFS.test(decoder.decode(bytes))) asking.push(blob);
    },
  );
  const first = attributes.find(({ blob }) => asking.includes(blob));
  if (first === undefined || (await repository.hasFilter('lfs'))) return [];
  const message = `${first.path} hands files to git-lfs, which is not set up here: worktrees hold pointers in their place`;
  return [warning('W_LFS', message, 'Install git-lfs and run: git lfs install')];
}

const ASKS_FOR_LFS = /^[^#\n]*\sfilter=lfs\b/m;

function warning(code: string, message: string, hint: string): Diagnostic {
  return { severity: 'warning', code, message, hint };
}
