import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Recorded } from '@breakwater/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeLine } from './line.js';
import { listRuns } from './list-runs.js';
import { aDesk, aNote, type Desk, STARTED, written } from './testing.js';

let desk: Desk;
beforeEach(() => {
  desk = aDesk();
});
afterEach(() => desk.dispose());

describe('listRuns', () => {
  const runs = () => join(desk.folder, 'runs');
  const putRecord = (run: string, line: Buffer | string) => {
    mkdirSync(join(runs(), run), { recursive: true });
    writeFileSync(join(runs(), run, 'journal.jsonl'), line);
  };

  it('names runs newest first, equal times by id', async () => {
    await written(join(runs(), 'aaaa'), [STARTED, aNote('x')], '2026-01-02T00:00:00.000Z');
    await written(join(runs(), 'bbbb'), [STARTED], '2026-01-03T00:00:00.000Z');
    await written(join(runs(), 'cccc'), [STARTED], '2026-01-01T00:00:00.000Z');
    await written(join(runs(), 'abcd'), [STARTED], '2026-01-01T00:00:00.000Z');
    expect(await listRuns(runs())).toEqual(['bbbb', 'aaaa', 'abcd', 'cccc']);
  });

  it('leaves out what is no run: other names, folders without a first record, damaged ones', async () => {
    await written(join(runs(), 'aaaa'), [STARTED]);
    await written(join(runs(), 'bbbb'), []);
    await written(join(runs(), 'not-a-run'), [STARTED]);
    mkdirSync(join(runs(), 'cccc'));
    putRecord('dddd', '12 0123456789abcdef {"v":1}\n');
    writeFileSync(join(runs(), 'eeee'), 'a file');
    expect(await listRuns(runs())).toEqual(['aaaa']);
  });

  it.each([
    ['of a newer version', { v: 2, t: '2026-01-05T00:00:00.000Z', what: 'started' }],
    ['that starts with an event of a newer version', { v: 1, seq: 0, t: '2026-01-05T00:00:00.000Z', event: { ev: 'begun' } }],
  ])('does not hide a run %s: to read it says what is wrong', async (_, record) => {
    await written(join(runs(), 'aaaa'), [STARTED], '2026-01-01T00:00:00.000Z');
    putRecord('bbbb', encodeLine(record as unknown as Recorded));
    expect(await listRuns(runs())).toEqual(['bbbb', 'aaaa']);
  });

  it('fails when the folder of runs is none, for that is not "no runs", and says which', async () => {
    writeFileSync(runs(), '');
    await expect(listRuns(runs())).rejects.toMatchObject({
      failure: {
        reason: 'environment',
        code: 'E_JOURNAL_READ',
        message: expect.stringContaining(`${runs()}, cannot be read: ENOTDIR`),
      },
    });
  });

  it('reads a first record that is longer than one read', async () => {
    await written(join(runs(), 'aaaa'), [aNote('x'.repeat(200_000)), STARTED]);
    expect(await listRuns(runs())).toEqual(['aaaa']);
  });

  it('has nothing to list where no run ever was', async () => {
    expect(await listRuns(runs())).toEqual([]);
    expect(existsSync(runs())).toBe(false);
  });
});
