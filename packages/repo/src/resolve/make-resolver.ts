import { folderOf, type IndexedFile, type Project, type RepoPath } from '@breakwater/model';
import { inFolder } from '../in-folder.js';
import { joinPath } from '../join-path.js';
import type { JsonRecord } from '../json/json-shape.js';
import { entryTargets } from './entry-targets.js';
import { findEntry, firstSource } from './find-entry.js';
import { findIndex, findSource } from './find-source.js';
import { isRelative } from './is-relative.js';
import { matchPaths } from './match-paths.js';
import { type Package, packagesByName, splitSpecifier } from './packages.js';
import { type PathMapping, pathMappings } from './path-mappings.js';
import { type SourceFiles, sourceFiles } from './source-files.js';
import { sourceGuesses } from './source-guesses.js';
import { isAlias, usualAliases } from './usual-aliases.js';

/** The committed source file that a specifier in a file means; undefined for anything outside the repository. */
export type Resolve = (specifier: string) => RepoPath | undefined;

export interface ResolverInput {
  readonly files: readonly IndexedFile[];
  readonly projects: readonly Project[];
  readonly json: ReadonlyMap<string, JsonRecord>;
}

interface World {
  readonly paths: ReadonlyMap<string, RepoPath>;
  readonly files: SourceFiles;
  readonly json: ReadonlyMap<string, JsonRecord>;
  readonly packages: ReadonlyMap<string, Package>;
  readonly packageFolders: ReadonlyMap<string, Package>;
  readonly mappings: (folder: string) => readonly PathMapping[];
}

/**
 * Answers, for a folder, what the files in it mean. Resolves to source, so the workspace need be neither installed nor built. Answers
 * are kept: for names of packages by the mappings that hold, which whole projects share, for all else by folder. Nothing is made
 * ready before the first question.
 */
export function makeResolver(input: ResolverInput): (folder: string) => Resolve {
  let made: World | undefined;
  const [byMappings, byFolder] = [new Map<unknown, Answers>(), new Map<unknown, Answers>()];
  return (folder) => {
    made ??= makeWorld(input);
    const world = made;
    const ofNames = answersFor(byMappings, world.mappings(folder));
    const ofOthers = answersFor(byFolder, folder);
    return (written) => {
      const specifier = plainSpecifier(written);
      const answers = specifier.startsWith('.') || specifier.startsWith('#') ? ofOthers : ofNames;
      const found = answerOf(answers, specifier, () => resolve(world, folder, specifier));
      if (found !== undefined || !isAlias(specifier)) return found;
      return answerOf(ofOthers, specifier, () => firstSource(world.files, usualAliases(world.json, folder, specifier)));
    };

    function answerOf(answers: Answers, specifier: string, find: () => string | undefined): RepoPath | undefined {
      const known = answers.get(specifier);
      if (known !== undefined || answers.has(specifier)) return known;
      const found = world.paths.get(find() ?? '');
      answers.set(specifier, found);
      return found;
    }
  };
}

type Answers = Map<string, RepoPath | undefined>;

function answersFor(all: Map<unknown, Answers>, place: unknown): Answers {
  const known = all.get(place) ?? new Map();
  all.set(place, known);
  return known;
}

function makeWorld({ files, json, projects }: ResolverInput): World {
  const paths = new Map<string, RepoPath>(files.map(({ path }) => [path, path]));
  const packages = packagesByName(json, projects);
  const packageFolders = new Map([...packages.values()].map((one) => [one.folder, one]));
  return { paths, files: sourceFiles(paths.keys()), json, packages, packageFolders, mappings: pathMappings({ json, packages }) };
}

/** Without a bundler's loaders before (`raw!x`) and its query behind (`x?url`). */
function plainSpecifier(specifier: string): string {
  const named = specifier.slice(specifier.lastIndexOf('!') + 1);
  const query = named.indexOf('?');
  return query === -1 ? named : named.slice(0, query);
}

function resolve(world: World, folder: string, specifier: string): string | undefined {
  if (isRelative(specifier)) return resolveRelative(world, folder, specifier);
  if (specifier.startsWith('/') || specifier === '') return undefined;
  const mapped = resolveMapped(world, folder, specifier);
  if (mapped !== undefined) return mapped;
  if (specifier.startsWith('#')) return resolveInner(world, folder, specifier);
  return resolvePackage(world, specifier) ?? resolveFromBase(world, folder, specifier);
}

function resolveRelative({ files, packageFolders }: World, folder: string, specifier: string): string | undefined {
  const path = joinPath(folder, specifier);
  if (path === undefined) return undefined;
  const found = NAMES_FOLDER.test(specifier) ? findIndex(files, path) : findSource(files, path);
  if (found !== undefined) return found;
  const entered = packageFolders.get(path);
  return entered === undefined ? unbuilt(files, path) : findEntry(files, entered, '.');
}

/** `..` and `./a/` mean a folder, even when a file of its name lies beside it. */
const NAMES_FOLDER = /(?:^|\/)\.{0,2}$/;

/** A relative path into a package's build output, or to the folder of it. */
function unbuilt(files: SourceFiles, path: string): string | undefined {
  const output = /^(.*?)(?:^|\/)((?:dist|build|out|lib)(?:\/.*)?)$/.exec(path);
  const [, folder, target] = output ?? [];
  if (folder === undefined || target === undefined) return undefined;
  return firstSource(files, sourceGuesses(folder, target.includes('/') ? target : `${target}/index`));
}

function resolveMapped({ files, mappings }: World, folder: string, specifier: string): string | undefined {
  const targets = mappings(folder).flatMap(({ paths }) => matchPaths(paths, specifier));
  return firstSource(
    files,
    targets.flatMap((target) => [target, ...builtGuesses(target)]),
  );
}

/** A mapping may lead into `packages/a/dist`. */
function builtGuesses(target: string): readonly string[] {
  const output = /^(.*?)\/((?:dist|build|out)\/.*)$/.exec(target);
  return output?.[1] === undefined || output[2] === undefined ? [] : sourceGuesses(output[1], output[2]);
}

/** `#name`, by the `imports` of the nearest package.json, which may lead to a file of the package or to another package. */
function resolveInner(world: World, folder: string, specifier: string): string | undefined {
  for (let at: string | undefined = folder; at !== undefined; at = at === '' ? undefined : folderOf(at)) {
    const manifest = world.json.get(inFolder(at, 'package.json'));
    if (manifest === undefined) continue;
    const root = at;
    const guesses = entryTargets(manifest, specifier, 'imports').flatMap((target) =>
      isRelative(target) ? sourceGuesses(root, target) : (resolvePackage(world, target) ?? []),
    );
    return firstSource(world.files, guesses);
  }
  return undefined;
}

function resolvePackage({ files, packages }: World, specifier: string): string | undefined {
  const { name, subpath } = splitSpecifier(specifier);
  const found = packages.get(name);
  return found === undefined ? undefined : findEntry(files, found, subpath);
}

function resolveFromBase({ files, mappings }: World, folder: string, specifier: string): string | undefined {
  const bases = mappings(folder).flatMap(({ baseUrl }) => (baseUrl === undefined ? [] : [baseUrl]));
  return firstSource(
    files,
    bases.flatMap((base) => joinPath(base, specifier) ?? []),
  );
}
