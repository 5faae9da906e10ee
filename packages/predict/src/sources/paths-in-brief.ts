import { asRepoPath, type RepoPath } from '@breakwater/model';
import { meantPath } from '@breakwater/text';
import type { Finding } from '../finding.js';
import { couldBeCreated } from '../ground/could-be-created.js';
import type { Ground } from '../ground/ground.js';
import type { PathTable } from '../ground/path-table.js';
import { madeBy } from '../precedence/is-made.js';
import type { Reading } from '../reading.js';
import { preferInScope } from '../scope/scope.js';
import { shared, spread } from '../spread.js';
import { WEIGHTS } from '../weights.js';
import type { Source } from './source.js';

/** Paths the brief spells out, from the root or from a folder on: files, folders, and files to come in a folder that is there. */
export const pathsInBrief: Source = {
  name: 'paths in the brief',
  find: (reading, ground) => {
    const whole = reading.tokens.filter((token) => token.includes('/') || ground.paths.has(token));
    return whole.flatMap((token) => meantBy(token, reading, ground));
  },
};

function meantBy(token: string, reading: Reading, { paths }: Ground): readonly Finding[] {
  const { scope } = reading;
  const files = preferInScope(filesMeant(token, paths), scope);
  if (files.length > 0) return files.map((path) => ({ path, p: shared(WEIGHTS.path.whole, files.length), evidence: PATH }));
  const folders = preferInScope(foldersMeant(token, paths), scope);
  if (folders.length > 0) return filesBelow(folders, paths);
  const created = couldBeCreated(token, paths);
  const near = mistypedFor(token, reading, paths);
  if (near !== undefined) return eitherOf(created, near);
  return created === undefined ? [] : [{ path: created, p: WEIGHTS.path.created, evidence: PATH }];
}

/** The file there is that a path without one was probably to name; none for a path the author says is to be made. */
function mistypedFor(token: string, { text, task }: Reading, paths: PathTable): RepoPath | undefined {
  if (!isFilePath(token) || task.writes.includes(token)) return undefined;
  const near = meantPath(token, {
    isFolder: (folder) => foldersMeant(folder, paths).length > 0,
    inFolder: (folder) => foldersMeant(folder, paths).flatMap(paths.rightIn),
    named: paths.named,
  });
  return near === undefined || madeBy(text)(token) ? undefined : near;
}

function isFilePath(token: string): boolean {
  return asRepoPath(token) !== undefined && /\.\w{1,8}$/.test(token);
}

function eitherOf(created: RepoPath | undefined, near: RepoPath): readonly Finding[] {
  const meant = { path: near, p: WEIGHTS.path.near, evidence: MISTYPED };
  if (created === undefined) return [meant];
  return [meant, { path: created, p: WEIGHTS.path.mistyped, evidence: { source: 'path', detail: `did you mean ${near}?` } }];
}

const PATH = { source: 'path', detail: 'brief: its path' } as const;
const MISTYPED = { source: 'path', detail: 'brief: mistyped?' } as const;
const FOLDER = { source: 'path', detail: 'brief: its folder' } as const;

function filesMeant(token: string, paths: PathTable): readonly RepoPath[] {
  const namesakes = paths.named(token.slice(token.lastIndexOf('/') + 1));
  const exact = namesakes.filter((path) => path === token);
  if (exact.length > 0) return exact;
  const ending = namesakes.filter((path) => path.endsWith(`/${token}`));
  return ending.length <= WEIGHTS.path.namesakes ? ending : [];
}

/** A leading slash is a route of a service more often than a folder. */
function foldersMeant(token: string, paths: PathTable): readonly string[] {
  if (paths.isFolder(token)) return [token];
  const ending = paths.foldersNamed(token.slice(token.lastIndexOf('/') + 1)).filter((folder) => folder.endsWith(`/${token}`));
  return ending.length <= WEIGHTS.path.namesakes ? ending : [];
}

function filesBelow(folders: readonly string[], paths: PathTable): readonly Finding[] {
  const files = [...new Set(folders.flatMap((folder) => paths.below(folder)))];
  const p = spread(WEIGHTS.folder.written, files.length, WEIGHTS.folder.most);
  return files.map((path) => ({ path, p, evidence: FOLDER }));
}
