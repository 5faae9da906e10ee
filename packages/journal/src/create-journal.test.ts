import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createJournal } from './create-journal.js';
import { aDesk, type Desk, placeAt, written } from './testing.js';

let desk: Desk;
beforeEach(() => {
  desk = aDesk();
});
afterEach(() => desk.dispose());

describe('createJournal', () => {
  it('makes a folder and a file that only the user can read', async () => {
    await written(desk.run, []);
    expect(statSync(desk.run).mode & 0o777).toBe(0o700);
    expect(statSync(desk.journal).mode & 0o777).toBe(0o600);
  });

  it('of two with one id exactly one gets the folder', async () => {
    const answers = await Promise.all([createJournal(placeAt(desk.run)), createJournal(placeAt(desk.run))]);
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

  it.each([
    ['the folder above it', 'file/runs/7f3a'],
    ['the folder of all runs', 'file/7f3a'],
  ])('says that the disk refuses, not that the run exists, when %s is a file', async (_, path) => {
    writeFileSync(join(desk.folder, 'file'), '');
    const folder = join(desk.folder, path);
    expect(await createJournal(placeAt(folder))).toEqual({
      ok: false,
      error: {
        reason: 'environment',
        code: 'E_JOURNAL_WRITE',
        message: expect.stringMatching(`^the journal in ${folder} cannot be made: E(NOTDIR|EXIST)`),
        hint: 'make room on the disk, or make the git directory writable; a run that was going on continues with: breakwater resume',
      },
    });
  });

  it('does not take a run over that has a folder and no journal', async () => {
    mkdirSync(desk.run, { recursive: true });
    expect(await createJournal(placeAt(desk.run))).toMatchObject({ ok: false, error: { code: 'E_RUN_EXISTS' } });
    expect(readdirSync(desk.run)).toEqual([]);
  });
});
