import { mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommitId, HistoryReader, LoggedCommit } from '@breakwater/model';
import { aCommit } from '@breakwater/model/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readHistory } from './read-history.js';

function logged(n: number, message: string, paths: readonly string[]): LoggedCommit {
  return { commit: aCommit(n), parent: n > 1 ? aCommit(n - 1) : undefined, author: 'ann', isBot: false, time: n, message, paths };
}

/** Remembers what was asked of it. */
interface Asked extends HistoryReader {
  readonly asked: (CommitId | undefined)[];
}

/** Commits, the newest first; a known one stops the walk where it is one of them. */
function aHistory(...commits: readonly LoggedCommit[]): Asked {
  const asked: (CommitId | undefined)[] = [];
  return {
    commit: commits[0]?.commit ?? aCommit(0),
    asked,
    read: async (most, known) => {
      asked.push(known);
      const end = commits.findIndex(({ commit }) => commit === known);
      return commits.slice(0, end === -1 ? most : end);
    },
    isShallow: async () => false,
  };
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

it('leaves out a path that no checkout could hold, as in a tree that was written by hand', async () => {
  const [past] = await readHistory(aHistory(logged(1, 'Add it', ['../a.ts', 'b.ts', '.'])));
  expect(past?.paths).toEqual(['b.ts']);
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

it('cuts a first line short that is pasted data, and leaves any other as it is', async () => {
  const [sentence, data] = ['word '.repeat(1_999).trim(), 'word '.repeat(200_000)];
  const past = await readHistory(
    aHistory(logged(2, `${data}\n\nBody`, ['a.ts']), logged(1, `${sentence}\r\n\r\nBody`, ['a.ts'])),
  );
  expect(past.map(({ subject, body }) => [subject === sentence, subject.length, body])).toEqual([
    [false, 10_000, 'Body'],
    [true, 9_994, 'Body'],
  ]);
});

describe('a history that is kept', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'breakwater-history-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const commits = (newest: number) =>
    Array.from({ length: newest }, (_, n) => logged(newest - n, `C${newest - n}`, [`f${newest - n}.ts`]));

  /** What a sitting with a kept history answers must be what one without would. */
  async function sitting(history: Asked): Promise<readonly (CommitId | undefined)[]> {
    const fresh = await readHistory(aHistory(...(await history.read(5_000))));
    history.asked.length = 0;
    expect(await readHistory(history, folder)).toEqual(fresh);
    return history.asked;
  }

  it('is not read again, and read on from where it was', async () => {
    expect(await sitting(aHistory(...commits(3)))).toEqual([undefined]);
    expect(await sitting(aHistory(...commits(3)))).toEqual([]);
    expect(await sitting(aHistory(...commits(5)))).toEqual([aCommit(3)]);
    expect(await sitting(aHistory(...commits(5)))).toEqual([]);
  });

  it('comes back as it was, whatever letters are in it', async () => {
    const said = [logged(2, 'Größe 🎉 \u2028"\\\n\nvon é\ud800', ['ä.ts', 'b.ts']), logged(1, 'Add', ['b.ts', 'ä.ts'])];
    await sitting(aHistory(...said));
    expect(await sitting(aHistory(...said))).toEqual([]);
  });

  it('stays four thousand commits long', async () => {
    await sitting(aHistory(...commits(4_050)));
    expect(await sitting(aHistory(...commits(4_060)))).toEqual([aCommit(4_050)]);
  });

  it('is read anew from a base that does not come after it', async () => {
    await sitting(aHistory(...commits(5)));
    expect(await sitting(aHistory(...commits(3)))).toEqual([aCommit(5), undefined]);
    const other = [
      { ...logged(9, 'Other', ['o.ts']), parent: aCommit(8) },
      { ...logged(8, 'Base', ['b.ts']), parent: undefined },
    ];
    expect(await sitting(aHistory(...other))).toEqual([aCommit(3), undefined]);
  });

  it('counts also commits that are not told, so that the window stays the same', async () => {
    const large = Array.from({ length: 40 }, (_, n) => `f${n}.ts`);
    const mixed = (newest: number) => commits(newest).map((one) => (one.time % 2 === 0 ? { ...one, paths: large } : one));
    await sitting(aHistory(...mixed(4_000)));
    await sitting(aHistory(...mixed(4_002)));
  });

  it('is neither kept nor used where the clone was cut short', async () => {
    const shallow = { ...aHistory(...commits(3)), isShallow: async () => true };
    await readHistory(shallow, folder);
    await readHistory(shallow, folder);
    expect(shallow.asked).toEqual([undefined, undefined]);
  });

  it('is dropped when it is damaged', async () => {
    await sitting(aHistory(...commits(3)));
    truncateSync(join(folder, 'history'), 100);
    expect(await sitting(aHistory(...commits(3)))).toEqual([undefined]);
  });
});
