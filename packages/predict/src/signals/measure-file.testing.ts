import { aTask } from '@breakwater/model/testing';
import { groundOf, type World } from '../found-by.testing.js';
import { viewTask } from '../outlook.js';
import type { SignalGroup } from './signal-group.js';

/** What a group measures of a file for a task, by name, to a thousandth. */
export function measurer({ names, measure }: SignalGroup, world: World) {
  const ground = groundOf(world);
  return (path: string, wanted: Parameters<typeof aTask>[1]): Readonly<Record<string, number>> => {
    const { view } = viewTask(aTask('t', { title: 't', ...wanted }), ground);
    const row = measure(view)(ground.files.numberOf(path) ?? -1);
    if (row.length !== names.length) throw new Error(`${names.length} names for ${row.length} numbers`);
    return Object.fromEntries(names.map((name, n) => [name, Math.round((row[n] ?? Number.NaN) * 1_000) / 1_000 + 0]));
  };
}
