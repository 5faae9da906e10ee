import { fileNameOf, type IndexedFile } from '@breakwater/model';
import { decode } from './decode.js';
import type { FactKind } from './facts/fact-kind.js';
import { isRecord, type JsonRecord } from './json/json-shape.js';
import { parseJsonc } from './json/parse-jsonc.js';

/** The files of a tree that say how it is divided and how its imports are to be read. */
export interface Manifests {
  /** By path, in the order of paths: project.json, package.json, nx.json, lerna.json, tsconfig and jsconfig files, whatever stands around the name. */
  readonly json: ReadonlyMap<string, JsonRecord>;
  /** By path: pnpm-workspace.yaml, .NET solutions and projects. */
  readonly text: ReadonlyMap<string, string>;
  readonly malformed: readonly string[];
}

/** Larger ones are data that happens to have such a name. Bytes. */
const MAX_SIZE = 1_000_000;
const JSON_NAME = /^(?:project|package|nx|lerna|(?:.+[-._])?[tj]sconfig(?:[-._].+)?)\.json$/;
/** A package of nothing but configurations calls them as it likes. */
const CONFIG_PACKAGE = /(?:^|\/)(?:[^/]+[-_])?(?:tsconfigs?|(?:ts|typescript)-configs?)\/[^/]+\.json$/;
const TEXT_NAME = /^pnpm-workspace\.ya?ml$|\.slnx?$|\.(?:cs|fs|vb)proj$/i;

/** Their texts as they are. */
export const MANIFEST_FACTS: FactKind<string> = {
  markOf: (file) => (isManifest(file) ? 'manifest' : undefined),
  read: (_, bytes) => decode(bytes),
  encode: (text) => Buffer.from(text),
  decode,
};

/** Texts in the order of files. */
export function readManifests(files: readonly IndexedFile[], texts: readonly (string | undefined)[]): Manifests {
  const json = new Map<string, JsonRecord>();
  const text = new Map<string, string>();
  const malformed: string[] = [];
  for (const [place, file] of files.entries()) {
    const content = texts[place];
    if (content === undefined) continue;
    if (TEXT_NAME.test(fileNameOf(file.path))) {
      text.set(file.path, content);
      continue;
    }
    const value = parseJsonc(content);
    if (isRecord(value)) json.set(file.path, value);
    else malformed.push(file.path);
  }
  return { json, text, malformed };
}

function isManifest({ path, mode, size }: IndexedFile): boolean {
  const name = fileNameOf(path);
  if (!JSON_NAME.test(name) && !TEXT_NAME.test(name) && !CONFIG_PACKAGE.test(path)) return false;
  return size <= MAX_SIZE && mode !== '120000' && !/(?:^|\/)node_modules\//.test(path);
}
