import { fileNameOf, type IndexedFile, type TreeReader } from '@breakwater/model';
import { decode } from './decode.js';
import { isRecord, type JsonRecord } from './json/json-shape.js';
import { parseJsonc } from './json/parse-jsonc.js';
import { visitContents } from './visit-contents.js';

/** The files of a tree that say how it is divided and how its imports are to be read. */
export interface Manifests {
  /** By path, in the order of paths: project.json, package.json, nx.json, lerna.json, tsconfig and jsconfig files. */
  readonly json: ReadonlyMap<string, JsonRecord>;
  /** By path: pnpm-workspace.yaml and solutions. */
  readonly text: ReadonlyMap<string, string>;
  readonly malformed: readonly string[];
}

/** Larger ones are data that happens to have such a name. Bytes. */
const MAX_SIZE = 1_000_000;
const JSON_NAME = /^(?:project|package|nx|lerna|[tj]sconfig(?:\..+)?)\.json$/;
const TEXT_NAME = /^pnpm-workspace\.ya?ml$|\.slnx?$/i;

export async function readManifests(tree: TreeReader, files: readonly IndexedFile[]): Promise<Manifests> {
  const json = new Map<string, JsonRecord>();
  const text = new Map<string, string>();
  const malformed: string[] = [];
  await visitContents(tree, files.filter(isManifest), ({ path }, bytes) => {
    if (TEXT_NAME.test(fileNameOf(path))) {
      text.set(path, decode(bytes));
      return;
    }
    const value = parseJsonc(decode(bytes));
    if (isRecord(value)) json.set(path, value);
    else malformed.push(path);
  });
  return { json, text, malformed };
}

function isManifest({ path, mode, size }: IndexedFile): boolean {
  const name = fileNameOf(path);
  if (!JSON_NAME.test(name) && !TEXT_NAME.test(name)) return false;
  return size <= MAX_SIZE && mode !== '120000' && !/(?:^|\/)node_modules\//.test(path);
}
