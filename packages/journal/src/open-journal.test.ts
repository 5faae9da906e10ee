import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Recorded } from '@breakwater/model';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeLine } from './line.js';
import { listRuns } from './list-runs.js';
import { openJournal } from './open-journal.js';
import { readJournal } from './read-journal.js';
import { replaceJournal } from './replace-journal.js';
import { aDesk, aNote, appended, type Desk, placeAt, reopened, STARTED, written } from './testing.js';

const LATER = '2026-02-02T00:00:00.000Z';

let desk: Desk;
beforeEach(() => {
  desk = aDesk();
});
afterEach(() => desk.dispose());

describe('openJournal', () => {
  it('appends after what is there', async () => {
    const before = await written(desk.run, [STARTED, aNote('one')]);
    const { journal, records, ...rest } = await reopened(desk.run, LATER);
    expect({ records, rest }).toEqual({ records: before, rest: {} });
    const added = await journal.append({ ev: 'run-resumed' });
    await journal.close();
    expect(added).toEqual({ v: 1, seq: 2, t: '2026-02-02T00:00:00.000Z', event: { ev: 'run-resumed' } });
    expect(await readJournal(desk.run)).toEqual({ ok: true, value: [...before, added] });
  });

  it('goes on from an empty journal, as a crash right after its making leaves it', async () => {
    await written(desk.run, []);
    const { journal, records } = await reopened(desk.run, LATER);
    await journal.append(STARTED);
    await journal.close();
    expect(records).toEqual([]);
    expect(await readJournal(desk.run)).toMatchObject({ value: [{ seq: 0, event: STARTED }] });
  });

  it('fails as reading does when there is no such run, and makes none', async () => {
    expect(await openJournal(placeAt(desk.run))).toEqual(await readJournal(desk.run));
    expect(readdirSync(desk.folder)).toEqual([]);
  });

  it('sets a line that was cut short aside, says so, and goes on after the whole ones', async () => {
    const records = await written(desk.run, [STARTED, aNote('one'), aNote('ünï')]);
    const whole = desk.bytes();
    const kept = Buffer.concat(records.slice(0, 2).map(encodeLine)).length;
    for (const [n, length] of [kept + 1, kept + 12, whole.length - 1].entries()) {
      const torn = whole.subarray(kept, length);
      desk.put(whole.subarray(0, length));
      const { journal, ...found } = await reopened(desk.run, LATER);
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

  it('loses nothing that was durable, however often its writers die within a line', async () => {
    const line = encodeLine({ v: 1, seq: 9, t: '2026-01-01T00:00:00.000Z', event: aNote('the last') });
    const death = fc.record({ notes: fc.nat(2), cut: fc.nat(line.length - 1), zeros: fc.nat(40) });
    let n = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(death, { minLength: 1, maxLength: 4 }), async (deaths) => {
        n += 1;
        const folder = join(desk.folder, 'runs', `${n}`);
        const durable = [...(await written(folder, [STARTED]))];
        const tails: Buffer[] = [];
        for (const { notes, cut, zeros } of deaths) {
          const { journal } = await reopened(folder);
          durable.push(...(await appended(journal, Array(notes).fill(aNote('x')))));
          const tail = Buffer.concat([line.subarray(0, cut), Buffer.alloc(zeros)]);
          appendFileSync(join(folder, 'journal.jsonl'), tail);
          const { journal: next, records, repaired } = await reopened(folder);
          await next.close();
          if (tail.length > 0) tails.push(tail);
          expect(records).toEqual(durable);
          expect(repaired === undefined).toBe(tail.length === 0);
        }
        expect(tails.map((_, at) => readFileSync(join(folder, `journal.torn-${at + 1}`)))).toEqual(tails);
      }),
      { numRuns: 15 },
    );
  });

  it('one flipped bit before the last line is damage, told with its line; the file stays', async () => {
    const [started, one] = await written(desk.run, [STARTED, aNote('one'), aNote('two')]);
    const bytes = desk.bytes();
    const at = encodeLine(started!).length + encodeLine(one!).length - 5;
    bytes[at] = bytes[at]! ^ 1;
    desk.put(bytes);
    const error = {
      reason: 'damaged',
      message: `line 2 of ${desk.journal} cannot be trusted: its bytes were changed after they were written`,
      hint: 'the file was left as it is; the work itself is in the branches and refs of the run',
    };
    expect(await openJournal(placeAt(desk.run))).toEqual({ ok: false, error });
    expect(await readJournal(desk.run)).toEqual({ ok: false, error });
    expect(desk.bytes()).toEqual(bytes);
    expect(readdirSync(desk.run)).toEqual(['journal.jsonl']);
  });

  it('a line that is missing or doubled is damage', async () => {
    const records = await written(desk.run, [STARTED, aNote('one'), aNote('two')]);
    const [first, second, third] = records.map(encodeLine);
    desk.put(Buffer.concat([first!, third!]));
    expect(await openJournal(placeAt(desk.run))).toMatchObject({
      error: { reason: 'damaged', message: expect.stringContaining('number 2 where 1') },
    });
    desk.put(Buffer.concat([first!, second!, second!]));
    expect(await openJournal(placeAt(desk.run))).toMatchObject({
      error: { message: expect.stringContaining('number 1 where 2') },
    });
  });

  it.each([
    ['version', { v: 2, seq: 1, t: '2027-01-01T00:00:00.000Z', event: aNote('x') }],
    ['event', { v: 1, seq: 1, t: '2027-01-01T00:00:00.000Z', event: { ev: 'task-teleported' } }],
    ['event from the prototype', { v: 1, seq: 1, t: '2027-01-01T00:00:00.000Z', event: { ev: 'constructor' } }],
  ])('an unknown %s was written by a newer version, which is said', async (_, record) => {
    const [started] = await written(desk.run, [STARTED]);
    desk.put(Buffer.concat([encodeLine(started!), encodeLine(record as unknown as Recorded)]));
    expect(await openJournal(placeAt(desk.run))).toMatchObject({
      error: {
        reason: 'damaged',
        message: `line 2 of ${desk.journal} cannot be trusted: it was written by a newer version of Breakwater (the run was started by 0.1.0)`,
      },
    });
  });

  it.each([
    ['a device', (path: string) => symlinkSync('/dev/zero', path)],
    ['a folder', (path: string) => mkdirSync(path)],
    ['a pipe', (path: string) => execFileSync('mkfifo', [path])],
  ])('%s in its place is damage, and nobody waits for its end', async (_, put) => {
    mkdirSync(desk.run, { recursive: true });
    put(desk.journal);
    const error = { reason: 'damaged', message: `${desk.journal} cannot be trusted: it is not a file` };
    expect(await openJournal(placeAt(desk.run))).toMatchObject({ error });
    expect(await listRuns(join(desk.folder, 'runs'))).toEqual([]);
    expect(await replaceJournal(placeAt(desk.run), [STARTED])).toMatchObject({ value: { records: [{ event: STARTED }] } });
    expect(readdirSync(desk.run)).toEqual(['journal.damaged-1', 'journal.jsonl']);
  });

  it.skipIf(process.getuid?.() === 0)('says so when the file cannot be written', async () => {
    await written(desk.run, [STARTED]);
    chmodSync(desk.journal, 0o400);
    expect(await openJournal(placeAt(desk.run))).toMatchObject({ error: { reason: 'environment', code: 'E_JOURNAL_WRITE' } });
  });
});
