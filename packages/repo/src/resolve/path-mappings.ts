import { folderOf } from '@breakwater/model';
import { inFolder } from '../in-folder.js';
import { joinPath } from '../join-path.js';
import { type JsonRecord, oneOrMoreTextsOf, recordOf, textOf, textsOf } from '../json/json-shape.js';
import { entryTargets } from './entry-targets.js';
import { isRelative } from './is-relative.js';
import { type Package, splitSpecifier } from './packages.js';

/** `paths` and `baseUrl` of a compiler configuration, as folders and patterns from the root. */
export interface PathMapping {
  readonly paths: readonly MappedPath[];
  readonly baseUrl: string | undefined;
}
export interface MappedPath {
  /** At most one `*`. */
  readonly pattern: string;
  readonly targets: readonly string[];
}

interface Configs {
  readonly json: ReadonlyMap<string, JsonRecord>;
  readonly packages: ReadonlyMap<string, Package>;
}

const NAMES = ['tsconfig.json', 'tsconfig.base.json', 'jsconfig.json'];

/**
 * Answers, for a folder, the mappings of its configuration and of those above it, the nearest first. A compiler would stop
 * at the nearest; going on costs nothing and finds aliases that a bundler knows of.
 */
export function pathMappings(configs: Configs): (folder: string) => readonly PathMapping[] {
  const known = new Map<string, readonly PathMapping[]>();
  const mappingsOf = (folder: string): readonly PathMapping[] => {
    const found = known.get(folder);
    if (found !== undefined) return found;
    const own = mappingIn(configs, folder);
    const above = folder === '' ? [] : mappingsOf(folderOf(folder));
    const all = own === undefined ? above : [own, ...above];
    known.set(folder, all);
    return all;
  };
  return mappingsOf;
}

function mappingIn(configs: Configs, folder: string): PathMapping | undefined {
  const paths = NAMES.map((name) => inFolder(folder, name)).filter((path) => configs.json.has(path));
  const referenced = paths.flatMap((path) => referencesOf(configs, path));
  for (const path of [...paths, ...referenced]) {
    const mapping = mappingOf(configs, path, folder);
    if (mapping.paths.length > 0 || mapping.baseUrl !== undefined) return mapping;
  }
  return undefined;
}

/** A configuration made of references only, beside those it refers to: tsconfig.app.json, tsconfig.lib.json. */
function referencesOf({ json }: Configs, path: string): readonly string[] {
  const references: unknown = json.get(path)?.['references'];
  const list: readonly unknown[] = Array.isArray(references) ? references : [];
  return list.flatMap((reference) => {
    const written = textOf(recordOf(reference)['path']);
    const target = written === undefined ? undefined : joinPath(folderOf(path), written);
    return target !== undefined && folderOf(target) === folderOf(path) && json.has(target) ? [target] : [];
  });
}

/** Counted from the base folder in effect, whoever says it, else from the configuration that says the paths; as in the compiler. */
function mappingOf(configs: Configs, path: string, start: string): PathMapping {
  const { paths, baseUrl } = writtenIn(configs, path, { start, seen: new Set() });
  const from = baseUrl ?? paths?.folder ?? start;
  return { paths: mappedPaths(paths?.written ?? {}, (target) => placeOf(target, from, start)), baseUrl };
}

interface WrittenMapping {
  /** As they stand in the configuration of a folder. */
  readonly paths: { readonly written: JsonRecord; readonly folder: string } | undefined;
  readonly baseUrl: string | undefined;
}

interface Chain {
  /** Folder of the configuration that was asked for; `${configDir}` means it in all that it extends. */
  readonly start: string;
  /** Paths of those that led here. */
  readonly seen: ReadonlySet<string>;
}

/** What a configuration says itself, else what it extends; the last one it extends wins, as in the compiler. */
function writtenIn(configs: Configs, path: string, { start, seen }: Chain): WrittenMapping {
  if (seen.has(path)) return { paths: undefined, baseUrl: undefined };
  const config = configs.json.get(path) ?? {};
  const folder = folderOf(path);
  const parents = oneOrMoreTextsOf(config['extends'])
    .flatMap((written) => extended(configs, folder, written) ?? [])
    .map((parent) => writtenIn(configs, parent, { start, seen: new Set([...seen, path]) }));
  const options = recordOf(config['compilerOptions']);
  const base = textOf(options['baseUrl']);
  const own = base === undefined ? undefined : placeOf(base, folder, start);
  return {
    paths: 'paths' in options ? { written: recordOf(options['paths']), folder } : last(parents, ({ paths }) => paths),
    baseUrl: own ?? last(parents, ({ baseUrl }) => baseUrl),
  };
}

function mappedPaths(paths: JsonRecord, place: (target: string) => string | undefined): readonly MappedPath[] {
  return Object.entries(paths).map(([pattern, targets]) => ({
    pattern,
    targets: textsOf(targets).flatMap((target) => place(target) ?? []),
  }));
}

const CONFIG_DIR = /^\$\{configDir\}/;

function placeOf(written: string, folder: string, start: string): string | undefined {
  return CONFIG_DIR.test(written) ? joinPath(start, written.replace(CONFIG_DIR, '.')) : joinPath(folder, written);
}

/** The file that `extends` means: beside, or in one of the repository's own packages. */
function extended(configs: Configs, folder: string, written: string): string | undefined {
  const named = isRelative(written) ? [joinPath(folder, written)] : inPackage(configs.packages, written);
  const targets = named.flatMap((target) => (target === undefined ? [] : [target, `${target}.json`, inFolder(target, TSCONFIG)]));
  return targets.find((path) => configs.json.has(path));
}

const TSCONFIG = 'tsconfig.json';

/** What a package gives out under a name, else the file of that name; its own configuration is also what `tsconfig` says. */
function inPackage(packages: Configs['packages'], written: string): readonly (string | undefined)[] {
  const { name, subpath } = splitSpecifier(written);
  const found = packages.get(name);
  if (found === undefined) return [];
  const { folder, manifest } = found;
  const main = subpath === '.' ? (textOf(manifest['tsconfig']) ?? []) : [];
  const exported = entryTargets(manifest, subpath).filter((target) => target.endsWith('.json'));
  return [...exported, main, subpath].flat().map((target) => joinPath(folder, target));
}

function last<T, R>(values: readonly T[], pick: (value: T) => R | undefined): R | undefined {
  return values.map(pick).findLast((picked) => picked !== undefined);
}
