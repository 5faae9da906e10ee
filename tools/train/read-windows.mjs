/**
 * The recorded windows of past changes as inputs of the predictor, read from fetched histories by the product's own code.
 * `mirror` holds one git directory per repository, `<owner>+<name>/repo`; `data` the records (`dev/` and `solo-dev/`, by repository).
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { openRepository } from '@breakwater/git';
import { briefOnly, taskId } from '@breakwater/model';
import { cutWindows } from './cut-windows.mjs';
import { readInput } from './read-input.mjs';

/** The recorded windows: those that figures are told of. */
export const SETS = ['dev', 'solo-dev'];

/** Names of the repositories that are both recorded and fetched, sorted; `owner+name`. */
export function repositories({ mirror, data }) {
  const recorded = existsSync(join(data, 'dev')) ? readdirSync(join(data, 'dev')) : [];
  return recorded.map((file) => file.replace(/\.json$/, '')).filter((name) => existsSync(join(mirror, name, 'repo')));
}

/**
 * Every window of a repository, recorded or cut from its history: its set, the tasks with their truth, and what the predictor is given.
 * Cached in a folder if one is given.
 */
export async function readWindows(name, { mirror, data, cache }) {
  const file = cache === undefined ? undefined : join(cache, `${name}.bin`);
  if (file !== undefined && existsSync(file)) return deserialize(readFileSync(file));
  const opened = await openRepository(join(mirror, name, 'repo'), process.env);
  if (!opened.ok) throw new Error(`${name}: ${JSON.stringify(opened.error)}`);
  const seen = memory();
  const windows = [];
  for (const set of SETS) {
    for (const record of JSON.parse(readFileSync(join(data, set, `${name}.json`), 'utf8'))) {
      const input = await readInput(record.tasks.map(taskOf), record.baseSha, { repository: opened.value, seen });
      windows.push({ set, base: record.baseSha, truths: truthsOf(record), input });
    }
  }
  windows.push(...(await cutWindows(opened.value, seen)));
  if (file !== undefined) {
    mkdirSync(cache, { recursive: true });
    writeFileSync(file, serialize(windows.map(readToTheEnd)));
  }
  return windows;
}

/** Modules read themselves when somebody asks; a file can only hold what they then say. */
function readToTheEnd({ input, ...window }) {
  const modules = [...input.index.modules].map(([path, { imports, exports }]) => [
    path,
    { exports, imports: imports.map((one) => ({ ...one })) },
  ]);
  return { ...window, input: { ...input, index: { ...input.index, modules: new Map(modules) } } };
}

/** Existing files each task really wrote, without those that tools write or that every change adds a line to. */
function truthsOf({ tasks, lockLike }) {
  const left = new Set(lockLike);
  return tasks.map(({ touched }) => touched.filter((path) => !left.has(path)));
}

/** What was read of a blob serves every window that holds it. */
function memory() {
  const facts = new Map();
  return { get: (key) => facts.get(key), put: (key, bytes) => facts.set(key, bytes), save: async () => {} };
}

function taskOf({ text }, place) {
  const id = taskId(`t${place + 1}`);
  return briefOnly(id, { title: id, brief: text });
}
