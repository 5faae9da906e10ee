import type { IndexedFile, RepoPath, TreeReader } from '@breakwater/model';
import { decode } from '../decode.js';
import { noteFiles } from '../note-files.js';
import { visitContents } from '../visit-contents.js';
import { type ModuleKind, moduleKind } from './module-kind.js';
import { parseModule } from './parse-module.js';
import type { WrittenModule } from './written-module.js';

export interface WrittenModules {
  readonly modules: ReadonlyMap<RepoPath, WrittenModule>;
  readonly notes: readonly string[];
}

/** Every TypeScript and JavaScript file of the tree, parsed. Equal contents are parsed once. */
export async function readModules(tree: TreeReader, files: readonly IndexedFile[]): Promise<WrittenModules> {
  const kinds = new Map(files.map((file) => [file, moduleKind(file)] as const));
  const modules = new Map<RepoPath, WrittenModule>();
  const known = new Map<string, WrittenModule | undefined>();
  const unreadable: string[] = [];
  await visitContents(
    tree,
    files.filter((file) => isParsed(kinds.get(file))),
    (file, bytes) => {
      const key = `${file.blob}${file.path.slice(file.path.lastIndexOf('.'))}`;
      if (!known.has(key)) known.set(key, parseBytes(file.path, bytes));
      const module = known.get(key);
      if (module === undefined) unreadable.push(file.path);
      else modules.set(file.path, module);
    },
  );
  return { modules, notes: [...noteKinds(kinds), ...noteProblems(modules, unreadable)] };
}

function isParsed(kind: ModuleKind | undefined): boolean {
  return kind === 'source' || kind === 'built';
}

/** A `.ts` file may be a film, and a `.js` file a bundle on one line. */
function parseBytes(path: string, bytes: Uint8Array): WrittenModule | undefined {
  return bytes.includes(0) || hasGiantLines(bytes) ? undefined : parseModule(path, decode(bytes));
}

const SMALL = 100_000;
const LONG_LINE = 1_000;
const NEWLINE = 10;

function hasGiantLines(bytes: Uint8Array): boolean {
  if (bytes.length < SMALL) return false;
  let lines = 1;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) lines += 1;
  return bytes.length / lines > LONG_LINE;
}

const KIND_NOTES: readonly (readonly [ModuleKind, string])[] = [
  ['built', 'committed under a name for build products; indexed like source'],
  ['installed', 'installed packages that are committed; their imports are not read'],
  ['minified', 'minified; its imports are not read'],
  ['too-large', 'larger than 1 MB; its imports are not read'],
];

function noteKinds(kinds: ReadonlyMap<IndexedFile, ModuleKind>): readonly string[] {
  const all = [...kinds];
  return KIND_NOTES.flatMap(([kind, sentence]) =>
    noteFiles(
      all.filter(([, one]) => one === kind).map(([file]) => file.path),
      sentence,
    ),
  );
}

function noteProblems(modules: ReadonlyMap<RepoPath, WrittenModule>, unreadable: readonly string[]): readonly string[] {
  const wrong = [...modules].filter(([, module]) => module.problem !== undefined).map(([path]) => path);
  return [
    ...noteFiles(wrong, 'has syntax errors; read as far as possible'),
    ...noteFiles(unreadable, 'binary or written on giant lines; its imports are not read'),
  ];
}
