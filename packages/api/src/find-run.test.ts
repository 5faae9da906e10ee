import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runId } from '@breakwater/model';
import { expect, it } from 'vitest';
import { accepted, aPastRun, aRig, FINISHED, INTERRUPTED, refused, started } from './api-rig.testing.js';
import { allRuns, findRun } from './find-run.js';
import { runFolder } from './places.js';

async function threeRuns() {
  const rig = aRig({ a: 'x' });
  await aPastRun(rig, 'bbbb', [started('bbbb'), FINISHED], '2026-01-02');
  await aPastRun(rig, 'cccc', [started('cccc'), INTERRUPTED], '2026-01-03');
  await aPastRun(rig, 'aaaa', [started('aaaa')], '2026-01-01');
  return rig.repository();
}

it('finds the named run, else the newest', async () => {
  const repository = await threeRuns();
  expect(accepted(await findRun(repository, undefined)).run).toBe('cccc');
  expect(accepted(await findRun(repository, 'aaaa')).state).toMatchObject({ run: 'aaaa', outcome: 'running' });
  expect((await allRuns(repository)).map(({ run, state }) => `${run} ${state.outcome}`)).toEqual([
    'cccc interrupted',
    'bbbb finished',
    'aaaa running',
  ]);
});

it('finds the one that is not over before newer ones that are, for a clock may have been set back', async () => {
  const rig = aRig({ a: 'x' });
  await aPastRun(rig, 'bbbb', [started('bbbb'), FINISHED], '2029-01-01');
  await aPastRun(rig, 'aaaa', [started('aaaa')], '2026-01-01');
  expect(accepted(await findRun(await rig.repository(), undefined)).run).toBe('aaaa');
});

it('names the runs there are when none has the id, and the one that is nearest', async () => {
  const repository = await threeRuns();
  const near = new Set(['AAAA', 'aaa', 'aaba']);
  for (const wanted of ['dddd', 'AAAA', 'aaa', 'aaba', '../aaaa', ''])
    expect(refused(await findRun(repository, wanted))).toEqual({
      reason: 'no-run',
      run: wanted,
      known: ['cccc', 'bbbb', 'aaaa'],
      ...(near.has(wanted) ? { near: 'aaaa' } : {}),
    });
});

it('says so when nothing was ever run here', async () => {
  expect(refused(await findRun(await aRig({ a: 'x' }).repository(), undefined))).toEqual({ reason: 'no-run', known: [] });
});

it('reads a run whose last line was torn by a kill', async () => {
  const repository = await threeRuns();
  appendFileSync(join(runFolder(repository, runId('cccc')), 'journal.jsonl'), '{"v":1,"seq":2,"t":"20');
  expect(accepted(await findRun(repository, 'cccc')).state.outcome).toBe('interrupted');
});

it('shows damage where the damaged run is meant, and passes over it elsewhere', async () => {
  const repository = await threeRuns();
  appendFileSync(join(runFolder(repository, runId('cccc')), 'journal.jsonl'), 'not a record\nnor this\n');
  expect(refused(await findRun(repository, undefined)).reason).toBe('damaged');
  expect((await allRuns(repository)).map(({ run }) => run)).toEqual(['bbbb', 'aaaa']);
});

it('does not take for a run what never came to its first record', async () => {
  const repository = await threeRuns();
  const journal = join(runFolder(repository, runId('cccc')), 'journal.jsonl');
  writeFileSync(journal, '');
  expect(accepted(await findRun(repository, undefined)).run).toBe('aaaa');
  rmSync(journal);
  expect(refused(await findRun(repository, 'cccc'))).toMatchObject({ reason: 'no-run', known: ['bbbb', 'aaaa'] });
});
