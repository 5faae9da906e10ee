import { fileNameOf, folderOf, type Project, type RepositoryIndex } from '@breakwater/model';
import { isLockLike } from '@breakwater/text';
import { type FileKind, fileKindOf } from './file-kind.js';
import { onceEach } from './once-each.js';
import type { PathTable } from './path-table.js';
import type { ProjectTable } from './project-table.js';

/** What is known of every file for itself; a file's number is its place among all paths, sorted. */
export interface FileTable {
  readonly size: number;
  numberOf(path: string): number | undefined;
  /** Whether a model may guess it: what tools write, or every change adds a line to, is told by rules. */
  readonly isGuessed: readonly boolean[];
  kindOf(file: number): FileKind;
  /** Logarithm of the bytes. */
  readonly sizes: Float64Array;
  /** Folders above it, and itself. */
  depthOf(file: number): number;
  readonly folders: Groups;
  readonly projects: Groups;
  /** The project of each group of `projects`; undefined for files outside all of them. */
  readonly projectAt: readonly (Project | undefined)[];
}

/** Files by what they have in common. */
export interface Groups {
  readonly of: Uint32Array;
  /** Files in each group. */
  readonly sizes: Uint32Array;
}

export function fileTable(index: RepositoryIndex, paths: PathTable, projects: ProjectTable): FileTable {
  const { all } = paths;
  const numbers = new Map<string, number>(all.map((path, number) => [path, number]));
  const sizes = new Float64Array(all.length);
  for (const { path, size } of index.files) sizes[numbers.get(path) ?? 0] = Math.log1p(size);
  const folders = grouped(all.map(folderOf));
  const byProject = grouped(projectsOf(folders, projects));
  return {
    size: all.length,
    numberOf: (path) => numbers.get(path),
    isGuessed: all.map((path) => !isLockLike(path)),
    kindOf: onceEach((file) => fileKindOf(all[file] ?? '', fileNameOf(all[file] ?? ''))),
    sizes,
    depthOf: (file) => all[file]?.split('/').length ?? 0,
    folders: folders.groups,
    projects: byProject.groups,
    projectAt: byProject.keys,
  };
}

/** The project of every file, which is that of its folder. */
function projectsOf({ groups, keys }: Grouped<string>, projects: ProjectTable): readonly (Project | undefined)[] {
  const byFolder = keys.map(projects.projectAround);
  return Array.from(groups.of, (folder) => byFolder[folder]);
}

interface Grouped<K> {
  readonly groups: Groups;
  readonly keys: readonly K[];
}

function grouped<K>(keys: readonly K[]): Grouped<K> {
  const places = new Map<K, number>();
  const of = Uint32Array.from(keys, (key) => {
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    return place;
  });
  const sizes = new Uint32Array(places.size);
  for (const group of of) sizes[group] = (sizes[group] ?? 0) + 1;
  return { groups: { of, sizes }, keys: [...places.keys()] };
}
