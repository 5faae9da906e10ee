import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Recorded, RunEvent } from '@breakwater/model';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createJournal } from './create-journal.js';
import { encodeLine } from './line.js';
import { listRuns } from './list-runs.js';
import { openJournal } from './open-journal.js';
import { readJournal } from './read-journal.js';
import { aClock, aDesk, aNote, type Desk, STARTED } from './testing.js';

let desk: Desk;
beforeEach(() => {
  desk = aDesk();
});
afterEach(() => desk.dispose());

const place = (folder = desk.run, start?: string) => ({ folder, now: aClock(start) });

async function written(events: readonly RunEvent[], folder = desk.run, start?: string): Promise<readonly Recorded[]> {
  const created = await createJournal(place(folder, start));
  if (!created.ok) throw new Error(JSON.stringify(created.error));
  const records: Recorded[] = [];
  for (const event of events) records.push(await created.value.append(event));
  await created.value.close();
  return records;
}

async function opened() {
  const answer = await openJournal(place(desk.run, '2026-02-02T00:00:00.000Z'));
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}

describe('createJournal', () => {
  it('makes a folder and a file that only the user can read', async () => {
    await written([]);
    expect(statSync(desk.run).mode & 0o777).toBe(0o700);
    expect(statSync(desk.journal).mode & 0o777).toBe(0o600);
  });

  it('of two with one id exactly one gets the folder', async () => {
    const answers = await Promise.all([createJournal(place()), createJournal(place())]);
    expect(answers.map((answer) => answer.ok).sort()).toEqual([false, true]);
    expect(answers.find((answer) => !answer.ok)).toEqual({
      ok: false,
      error: {
        reason: 'environment',
        code: 'E_RUN_EXISTS',
        message: `${desk.run} is already the folder of a run`,
        hint: 'choose another run id',
      },
    });
    for (const answer of answers) if (answer.ok) await answer.value.close();
  });

  it('says so when the folder cannot be made', async () => {
    const file = join(desk.folder, 'file');
    writeFileSync(file, '');
    expect(await createJournal(place(join(file, 'runs', '7f3a')))).toMatchObject({
      ok: false,
      error: { reason: 'environment', code: 'E_JOURNAL_WRITE' },
    });
  });
});

describe('readJournal', () => {
  it('gives back what was written, whatever it holds', async () => {
    const event = fc.record({ ev: fc.constant('note' as const), text: fc.string({ unit: 'binary' }) });
    let n = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 4 }), async (events) => {
        n += 1;
        const folder = join(desk.folder, 'many', `${n}`);
        const records = await written(events, folder);
        expect(await readJournal(folder)).toEqual({ ok: true, value: records });
        expect(records.map((record) => record.event)).toEqual(events);
      }),
      { numRuns: 10 },
    );
  });

  it('says when there is no such run', async () => {
    expect(await readJournal(desk.run)).toEqual({ ok: false, error: { reason: 'no-run', run: '7f3a', known: [] } });
  });

  it('reads up to a line that is being written, and leaves the file alone', async () => {
    const records = await written([STARTED, aNote('one')]);
    const bytes = Buffer.concat([desk.bytes(), Buffer.from('120 0123')]);
    desk.put(bytes);
    expect(await readJournal(desk.run)).toEqual({ ok: true, value: records });
    expect(desk.bytes()).toEqual(bytes);
    expect(readdirSync(desk.run)).toEqual(['journal.jsonl']);
  });

  it('says so when the file cannot be read', async () => {
    mkdirSync(desk.journal, { recursive: true });
    expect(await readJournal(desk.run)).toMatchObject({ ok: false, error: { reason: 'environment', code: 'E_JOURNAL_READ' } });
  });
});

describe('openJournal', () => {
  it('appends after what is there', async () => {
    const before = await written([STARTED, aNote('one')]);
    const { journal, records, ...rest } = await opened();
    expect({ records, rest }).toEqual({ records: before, rest: {} });
    const added = await journal.append({ ev: 'run-resumed' });
    await journal.close();
    expect(added).toEqual({ v: 1, seq: 2, t: '2026-02-02T00:00:00.000Z', event: { ev: 'run-resumed' } });
    expect(await readJournal(desk.run)).toEqual({ ok: true, value: [...before, added] });
  });

  it('goes on from an empty journal, as a crash right after its making leaves it', async () => {
    await written([]);
    const { journal, records } = await opened();
    await journal.append(STARTED);
    await journal.close();
    expect(records).toEqual([]);
    expect(await readJournal(desk.run)).toMatchObject({ value: [{ seq: 0, event: STARTED }] });
  });

  it('sets a line that was cut short aside, says so, and goes on after the whole ones', async () => {
    const records = await written([STARTED, aNote('one'), aNote('ünï')]);
    const whole = desk.bytes();
    const kept = Buffer.concat(records.slice(0, 2).map(encodeLine)).length;
    for (const [n, length] of [kept + 1, kept + 12, whole.length - 1].entries()) {
      const torn = whole.subarray(kept, length);
      desk.put(whole.subarray(0, length));
      const { journal, ...found } = await opened();
      expect(found).toEqual({
        records: records.slice(0, 2),
        repaired: `the last record was cut short by a crash; its ${torn.length} bytes were moved to journal.torn-${n + 1}`,
      });
      expect(readFileSync(join(desk.run, `journal.torn-${n + 1}`))).toEqual(torn);
      const added = await journal.append(aNote('after'));
      await journal.close();
      expect(await readJournal(desk.run)).toEqual({ ok: true, value: [...records.slice(0, 2), added] });
    }
    expect(statSync(join(desk.run, 'journal.torn-1')).mode & 0o777).toBe(0o600);
  });

  it('one flipped bit before the last line is damage, told with its line; the file stays', async () => {
    const [started, one] = await written([STARTED, aNote('one'), aNote('two')]);
    const bytes = desk.bytes();
    const at = encodeLine(started!).length + encodeLine(one!).length - 5;
    bytes[at] = bytes[at]! ^ 1;
    desk.put(bytes);
    const error = {
      reason: 'damaged',
      message: `line 2 of ${desk.journal} cannot be trusted: its bytes were changed after they were written`,
      hint: 'the file was left as it is; the work itself is in the branches and refs of the run',
    };
    expect(await openJournal(place())).toEqual({ ok: false, error });
    expect(await readJournal(desk.run)).toEqual({ ok: false, error });
    expect(desk.bytes()).toEqual(bytes);
    expect(readdirSync(desk.run)).toEqual(['journal.jsonl']);
  });

  it('a line that is missing or doubled is damage', async () => {
    const records = await written([STARTED, aNote('one'), aNote('two')]);
    const [first, second, third] = records.map(encodeLine);
    desk.put(Buffer.concat([first!, third!]));
    expect(await openJournal(place())).toMatchObject({
      error: { reason: 'damaged', message: expect.stringContaining('number 2 where 1') },
    });
    desk.put(Buffer.concat([first!, second!, second!]));
    expect(await openJournal(place())).toMatchObject({ error: { message: expect.stringContaining('number 1 where 2') } });
  });

  it.each([
    ['version', { v: 2, seq: 1, t: '2027-01-01T00:00:00.000Z', event: aNote('x') }],
    ['event', { v: 1, seq: 1, t: '2027-01-01T00:00:00.000Z', event: { ev: 'task-teleported' } }],
    ['event from the prototype', { v: 1, seq: 1, t: '2027-01-01T00:00:00.000Z', event: { ev: 'constructor' } }],
  ])('an unknown %s was written by a newer version, which is said', async (_, record) => {
    const [started] = await written([STARTED]);
    desk.put(Buffer.concat([encodeLine(started!), encodeLine(record as unknown as Recorded)]));
    expect(await openJournal(place())).toMatchObject({
      error: {
        reason: 'damaged',
        message: `line 2 of ${desk.journal} cannot be trusted: it was written by a newer version of Breakwater (the run was started by 0.1.0)`,
      },
    });
  });

  it.skipIf(process.getuid?.() === 0)('says so when the file cannot be written', async () => {
    await written([STARTED]);
    chmodSync(desk.journal, 0o400);
    expect(await openJournal(place())).toMatchObject({ error: { reason: 'environment', code: 'E_JOURNAL_WRITE' } });
  });
});

describe('listRuns', () => {
  const runs = () => join(desk.folder, 'runs');

  it('names runs newest first, equal times by id', async () => {
    await written([STARTED, aNote('x')], join(runs(), 'aaaa'), '2026-01-02T00:00:00.000Z');
    await written([STARTED], join(runs(), 'bbbb'), '2026-01-03T00:00:00.000Z');
    await written([STARTED], join(runs(), 'cccc'), '2026-01-01T00:00:00.000Z');
    await written([STARTED], join(runs(), 'abcd'), '2026-01-01T00:00:00.000Z');
    expect(await listRuns(runs())).toEqual(['bbbb', 'aaaa', 'abcd', 'cccc']);
  });

  it('leaves out what is no run: other names, folders without a first record, damaged ones', async () => {
    await written([STARTED], join(runs(), 'aaaa'));
    await written([], join(runs(), 'bbbb'));
    await written([STARTED], join(runs(), 'not-a-run'));
    mkdirSync(join(runs(), 'cccc'));
    expect(await listRuns(runs())).toEqual(['aaaa']);
  });

  it('reads a first record that is longer than one read', async () => {
    await written([aNote('x'.repeat(200_000)), STARTED], join(runs(), 'aaaa'));
    expect(await listRuns(runs())).toEqual(['aaaa']);
  });

  it('has nothing to list where no run ever was', async () => {
    expect(await listRuns(runs())).toEqual([]);
    expect(existsSync(runs())).toBe(false);
  });
});
