import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readJournal } from './read-journal.js';
import { replaceJournal } from './replace-journal.js';
import { aDesk, aNote, type Desk, placeAt, reopened, STARTED, written } from './testing.js';

let desk: Desk;
beforeEach(() => {
  desk = aDesk();
});
afterEach(() => desk.dispose());

describe('a journal that is open', () => {
  it.each([
    ['its file', () => desk.journal],
    ['the folder of all runs', () => dirname(desk.run)],
  ])('is whole again with its next record after somebody deleted %s', async (_, what) => {
    const before = await written(desk.run, [STARTED, aNote('one')]);
    const { journal } = await reopened(desk.run);
    const second = await journal.append(aNote('two'));
    rmSync(what(), { recursive: true });
    const third = await journal.append(aNote('three'));
    const fourth = await journal.append(aNote('four'));
    await journal.close();
    expect(await readJournal(desk.run)).toEqual({ ok: true, value: [...before, second, third, fourth] });
  });

  it('takes its place back from another file of that name', async () => {
    await written(desk.run, [STARTED]);
    const { journal } = await reopened(desk.run);
    rmSync(desk.journal);
    writeFileSync(desk.journal, 'something else\n');
    await journal.append(aNote('one'));
    await journal.close();
    expect(await readJournal(desk.run)).toMatchObject({ ok: true, value: [{ event: STARTED }, { event: aNote('one') }] });
  });

  it('takes its place back from a link, and leaves alone what that leads to', async () => {
    await written(desk.run, [STARTED]);
    const { journal } = await reopened(desk.run);
    const theirs = join(desk.folder, 'theirs');
    writeFileSync(theirs, 'theirs\n');
    rmSync(desk.journal);
    symlinkSync(theirs, desk.journal);
    await journal.append(aNote('one'));
    await journal.close();
    expect(readFileSync(theirs, 'utf8')).toBe('theirs\n');
    expect(await readJournal(desk.run)).toMatchObject({ ok: true, value: [{ event: STARTED }, { event: aNote('one') }] });
  });
});

describe('replaceJournal', () => {
  it('moves what was there aside, each time under a new name, and writes the events as records', async () => {
    for (const n of [1, 2]) {
      const made = await replaceJournal(placeAt(desk.run), [STARTED]);
      if (made.ok) await made.value.journal.close();
      desk.put(`damage ${n}\n`);
    }
    const made = await replaceJournal(placeAt(desk.run), [STARTED, aNote('anew')]);
    expect(made).toMatchObject({ ok: true, value: { repaired: 'the damaged journal was moved to journal.damaged-2' } });
    if (made.ok) await made.value.journal.close();
    expect(await readJournal(desk.run)).toMatchObject({
      value: [
        { seq: 0, event: STARTED },
        { seq: 1, event: aNote('anew') },
      ],
    });
  });

  it('makes the folder when that is gone too', async () => {
    const made = await replaceJournal(placeAt(desk.run), [STARTED]);
    if (made.ok) await made.value.journal.close();
    expect(await readJournal(desk.run)).toMatchObject({ value: [{ event: STARTED }] });
  });
});
