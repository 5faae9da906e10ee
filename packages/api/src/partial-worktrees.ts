import type { Repository } from '@breakwater/git';
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
  const hint = 'If sessions or checks need what is in there, set: prepare: ["git submodule update --init", "npm ci"]';
  return [warning('W_SUBMODULE', `${first} ${what}, which a worktree has empty until it is prepared`, hint)];
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
