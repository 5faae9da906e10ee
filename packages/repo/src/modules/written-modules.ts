import type { IndexedFile, RepoPath } from '@breakwater/model';
import { noteFiles } from '../note-files.js';
import type { ModuleFact } from './module-facts.js';
import { type ModuleKind, moduleKind } from './module-kind.js';
import type { WrittenModule } from './written-module.js';

export interface WrittenModules {
  /** In the order of the files. */
  readonly modules: ReadonlyMap<RepoPath, WrittenModule>;
  readonly notes: readonly string[];
}

/**
 * Every TypeScript and JavaScript file of the tree, and every component with such code in it, with what it says, and notes about those
 * that could not be read well. Facts in the order of files.
 */
export function writtenModules(files: readonly IndexedFile[], facts: readonly (ModuleFact | undefined)[]): WrittenModules {
  const modules = new Map<RepoPath, WrittenModule>();
  const [wrong, unreadable]: [string[], string[]] = [[], []];
  for (const [place, file] of files.entries()) {
    const fact = facts[place];
    if (fact === 'unreadable') unreadable.push(file.path);
    else if (fact !== undefined) {
      modules.set(file.path, fact);
      if (fact.hasErrors) wrong.push(file.path);
    }
  }
  return { modules, notes: [...noteKinds(files), ...noteProblems(wrong, unreadable)] };
}

const KIND_NOTES: readonly (readonly [ModuleKind, string])[] = [
  ['built', 'committed under a name for build products; indexed like source'],
  ['installed', 'installed packages that are committed; their imports are not read'],
  ['minified', 'minified; its imports are not read'],
  ['too-large', 'larger than 1 MB; its imports are not read'],
];

function noteKinds(files: readonly IndexedFile[]): readonly string[] {
  const paths = new Map<ModuleKind, string[]>(KIND_NOTES.map(([kind]) => [kind, []]));
  for (const file of files) paths.get(moduleKind(file))?.push(file.path);
  return KIND_NOTES.flatMap(([kind, sentence]) => noteFiles(paths.get(kind) ?? [], sentence));
}

function noteProblems(wrong: readonly string[], unreadable: readonly string[]): readonly string[] {
  return [
    ...noteFiles(wrong, 'has syntax errors; read as far as possible'),
    ...noteFiles(unreadable, 'binary, nested beyond measure or written on giant lines; its imports are not read'),
  ];
}
