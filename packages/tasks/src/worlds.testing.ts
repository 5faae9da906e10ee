/** Small worlds for tests. Never imported by shipped code. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Diagnostic, Place } from '@breakwater/model';
import { onTestFinished } from 'vitest';
import type { ConfigCheck } from './checks/config-check.js';
import type { TaskCheck } from './checks/task-list.js';
import type { Located } from './parse/located.js';
import { parseSource } from './parse/parse-source.js';
import { readList } from './read/read-list.js';
import { resolveConfig } from './resolve/resolve-config.js';
import { checkShape } from './schema/check-shape.js';
import { type WrittenConfig, writtenConfig } from './schema/written-config.js';
import type { Area, Source } from './text/source.js';

/** A folder with these files, gone when the test ends. A path that ends with / is a folder. */
export function aFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'breakwater-tasks-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(name.endsWith('/') ? path : dirname(path), { recursive: true });
    if (!name.endsWith('/')) writeFileSync(path, content);
  }
  return folder;
}

/** A text in memory as if it had been read. */
export function aSource(text: string, file = 'tasks.yaml', area: Area = 'TASKS'): Source {
  return { area, file, path: `/repo/${file}`, text };
}

/** What a text says, faults left aside. */
export function located(text: string, file = 'tasks.yaml', area: Area = 'TASKS'): Located {
  const { value } = parseSource(aSource(text, file, area));
  if (value === undefined) throw new Error('this text holds nothing');
  return value;
}

export interface Marked {
  readonly text: string;
  /** What was between each pair of marks. */
  readonly places: readonly Place[];
}

/** Draws where a fault is expected: `id: «012»` is the text without marks, and the place between them. */
export function marked(drawing: string, file = 'tasks.yaml'): Marked {
  const text = drawing.replace(/[«»]/g, '');
  const places: Place[] = [];
  let taken = 0;
  for (const found of drawing.matchAll(/«([^»]*)»/g)) {
    const start = found.index - taken;
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    const [line = ''] = text.slice(lineStart).split(/\r?\n/, 1);
    const length = Math.max(1, (found[1] ?? '').length);
    places.push({ file, line: text.slice(0, lineStart).split('\n').length, column: start - lineStart + 1, length, text: line });
    taken += 2;
  }
  return { text, places };
}

/** What one rule finds in a tasks file. */
export function checkTasks(
  check: TaskCheck,
  text: string,
  { config = {}, only }: { readonly config?: WrittenConfig; readonly only?: readonly string[] } = {},
): readonly Diagnostic[] {
  const { faults: _, ...sheet } = readList(aSource(text));
  return check({ ...sheet, config: resolveConfig(config), only });
}

/** What one rule finds in a configuration. */
export function checkConfig(check: ConfigCheck, text: string): readonly Diagnostic[] {
  const read = located(text, 'config.yaml', 'CONFIG');
  return check({ located: read, written: checkShape(writtenConfig, read).fields });
}

/** A tasks file of tasks with nothing but an id and a line of more fields each: `tasksFile('a, dependsOn: [b]', 'b')`. */
export function tasksFile(...tasks: readonly string[]): string {
  return ['tasks:', ...tasks.map((task) => `  - { brief: x, id: ${task} }`), ''].join('\n');
}
