import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readJournal } from './read-journal.js';
import { aDesk, aNote, type Desk, STARTED, written } from './testing.js';

let desk: Desk;
beforeEach(() => {
  desk = aDesk();
});
afterEach(() => desk.dispose());

describe('readJournal', () => {
  it('gives back what was written, whatever it holds', async () => {
    const event = fc.record({ ev: fc.constant('note' as const), text: fc.string({ unit: 'binary' }) });
    let n = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 4 }), async (events) => {
        n += 1;
        const folder = join(desk.folder, 'many', `${n}`);
        const records = await written(folder, events);
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
    const records = await written(desk.run, [STARTED, aNote('one')]);
    const bytes = Buffer.concat([desk.bytes(), Buffer.from('120 0123')]);
    desk.put(bytes);
    expect(await readJournal(desk.run)).toEqual({ ok: true, value: records });
    expect(desk.bytes()).toEqual(bytes);
    expect(readdirSync(desk.run)).toEqual(['journal.jsonl']);
  });

  it('says so when the file cannot be read', async () => {
    mkdirSync(desk.run, { recursive: true });
    symlinkSync(desk.journal, desk.journal);
    expect(await readJournal(desk.run)).toMatchObject({ ok: false, error: { reason: 'environment', code: 'E_JOURNAL_READ' } });
  });
});
