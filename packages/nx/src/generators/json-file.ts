import type { Tree } from '../nx-types.js';

export type JsonObject = Record<string, unknown>;

/** A JSON file of the workspace; an empty object where there is none. Throws, in a sentence, where it cannot be added to. */
export function readJson(tree: Tree, path: string): JsonObject {
  const text = tree.exists(path) ? tree.read(path, 'utf-8') : null;
  if (text === null) return {};
  const value = parsed(path, text.replace(/^\ufeff/, ''));
  if (!isObject(value)) throw new Error(`${path} holds ${kindOf(value)} and no object, so nothing is added to it`);
  return value;
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${path} is not plain JSON, so nothing is added to it: ${error instanceof Error ? error.message : error}`);
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}

/** Indented as the file was. */
export function writeJson(tree: Tree, path: string, value: JsonObject): void {
  const before = tree.exists(path) ? (tree.read(path, 'utf-8') ?? '') : '';
  const indent = /\n([ \t]+)"/.exec(before)?.[1] ?? '  ';
  tree.write(path, `${JSON.stringify(value, null, indent)}\n`);
}

/** The object below a key, or an empty one. Throws, in a sentence, where something else is there, for it would be lost. */
export function objectIn(path: string, value: JsonObject, key: string): JsonObject {
  const found = value[key] ?? {};
  if (!isObject(found)) throw new Error(`"${key}" in ${path} is ${kindOf(found)} and no object, so nothing is added to it`);
  return found;
}

/** The list below a key, in the same way. */
export function listIn(path: string, value: JsonObject, key: string): readonly unknown[] {
  const found = value[key] ?? [];
  if (Array.isArray(found)) return found;
  throw new Error(
    `"${key}" in ${path} is ${isObject(found) ? 'an object' : kindOf(found)} and no list, so nothing is added to it`,
  );
}
