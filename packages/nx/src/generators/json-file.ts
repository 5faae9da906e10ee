import type { Tree } from '../nx-types.js';

export type JsonObject = Record<string, unknown>;

/** A JSON file of the workspace; an empty object where there is none. Throws, in a sentence, where it cannot be read. */
export function readJson(tree: Tree, path: string): JsonObject {
  const text = tree.exists(path) ? tree.read(path, 'utf-8') : null;
  if (text === null) return {};
  try {
    return JSON.parse(text) as JsonObject;
  } catch (error) {
    throw new Error(`${path} is not plain JSON, so nothing is added to it: ${error instanceof Error ? error.message : error}`);
  }
}

/** Indented as the file was. */
export function writeJson(tree: Tree, path: string, value: JsonObject): void {
  const before = tree.exists(path) ? (tree.read(path, 'utf-8') ?? '') : '';
  const indent = /\n([ \t]+)"/.exec(before)?.[1] ?? '  ';
  tree.write(path, `${JSON.stringify(value, null, indent)}\n`);
}

/** The object below a key, or an empty one. */
export function objectIn(value: JsonObject, key: string): JsonObject {
  const found = value[key];
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as JsonObject) : {};
}
