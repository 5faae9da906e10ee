import type { HistoryReader, LoggedCommit } from '@breakwater/model';
import { aCommit } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { readHistory } from './read-history.js';

function logged(n: number, message: string, paths: readonly string[]): LoggedCommit {
  return { commit: aCommit(n), author: 'ann', time: n, message, paths };
}

function aHistory(...commits: readonly LoggedCommit[]): HistoryReader {
  return { read: async (most) => commits.slice(0, most) };
}

it('cuts messages into subject and body', async () => {
  const past = await readHistory(
    aHistory(
      logged(3, 'Add totals\n\nThey were missing.\n\n\n', ['a.ts']),
      logged(2, '\n Fix \n', ['b.ts']),
      logged(1, '', ['c.ts']),
    ),
  );
  expect(past.map(({ subject, body, paths }) => [subject, body, ...paths])).toEqual([
    ['Add totals', 'They were missing.', 'a.ts'],
    ['Fix', '', 'b.ts'],
    ['', '', 'c.ts'],
  ]);
});

it('leaves out what changed nothing or more than thirty files', async () => {
  const many = Array.from({ length: 31 }, (_, n) => `f${n}.ts`);
  const past = await readHistory(aHistory(logged(3, 'Many', many), logged(2, 'Just', many.slice(1)), logged(1, 'None', [])));
  expect(past.map(({ subject }) => subject)).toEqual(['Just']);
});

it('cuts long bodies short and walks four thousand commits', async () => {
  const all = Array.from({ length: 4_100 }, (_, n) => logged(n, `S\n\n${'long '.repeat(1_000)}`, ['a.ts']));
  const past = await readHistory(aHistory(...all));
  expect([past.length, past[0]?.body.length]).toEqual([4_000, 1_000]);
});
