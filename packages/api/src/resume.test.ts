import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../../test/rig/repository.js';
import { accepted, aPastRun, aRig, FINISHED, INTERRUPTED, nextSitting, refused, started } from './api-rig.testing.js';
import { clean } from './clean.js';
import type { RunListener } from './drive.js';
import { holdLock } from './hold-lock.js';
import { prompt } from './prompt.js';
import { resume } from './resume.js';
import { runAll } from './run-all.testing.js';
import { status } from './status.js';

const SILENT: RunListener = { record: () => undefined, news: () => undefined };

describe('a run that was interrupted', () => {
  it('goes on as it was frozen, though tasks, configuration and base have changed, to what an undisturbed run gives', async () => {
    const rig = aRig({ a: 'WRITE a.txt hello', b: 'WRITE b.txt bye UNTIL go' });
    const { state } = await runAll(rig, ({ event }) => event.ev === 'task-integrated' && rig.stop());
    expect([state.outcome, ...state.tasks.map((task) => task.state.state)]).toEqual(['interrupted', 'integrated', 'pending']);
    rig.write({ 'breakwater.tasks.yaml': 'tasks: [{ id: other, brief: x }]\n', 'agent.cjs': 'process.exit(1)\n' });
    rig.git('commit', '-q', '--allow-empty', '-m', 'Move on');
    const before = fingerprint(rig.root);
    writeFileSync(join(rig.home, 'go'), '');
    const world = nextSitting(rig);
    const ended = accepted(await resume({}, SILENT, world));
    expect(ended).toMatchObject({ run: state.run, outcome: 'finished', resumed: 1, base: state.base });
    expect(ended.tasks.map((task) => [task.id, task.attempts, task.state.state])).toEqual([
      ['a', 1, 'integrated'],
      ['b', 2, 'integrated'],
    ]);
    expect(rig.git('diff', '--name-only', state.base, state.integration).split('\n')).toEqual(['a.txt', 'b.txt']);
    expect(fingerprint(rig.root)).toEqual(before);
    expect(accepted(await status({}, world))).toMatchObject({ alive: false, state: { outcome: 'finished' } });
    expect(refused(await resume({}, SILENT, world))).toEqual({ reason: 'run-finished', run: state.run });
  });
});

describe('filters of files in a run that goes on', () => {
  const ATTRIBUTES = { '.gitattributes': 'b.txt filter=x\n' };

  it('are those it began with: one that was planted before it was interrupted starts nothing, neither then nor when cleaning', async () => {
    const rig = aRig({ a: 'WRITE a.txt hello', b: 'WRITE b.txt bye UNTIL go' }, ATTRIBUTES);
    await runAll(rig, ({ event }) => event.ev === 'task-integrated' && rig.stop());
    const ran = join(rig.home, 'ran');
    rig.git('config', 'filter.x.clean', `touch ${ran}; tr a-z A-Z`);
    writeFileSync(join(rig.home, 'go'), '');
    const ended = accepted(await resume({}, SILENT, nextSitting(rig)));
    accepted(await clean({}, nextSitting(rig)));
    expect({ outcome: ended.outcome, b: rig.git('show', `${ended.integration}:b.txt`), ran: existsSync(ran) }).toEqual({
      outcome: 'finished',
      b: 'bye',
      ran: false,
    });
  });

  it('go on working when the person had them, whatever became of them meanwhile', async () => {
    const rig = aRig({ a: 'WRITE a.txt hello', b: 'WRITE b.txt bye UNTIL go' }, ATTRIBUTES);
    rig.git('config', 'filter.x.clean', 'tr a-z A-Z');
    await runAll(rig, ({ event }) => event.ev === 'task-integrated' && rig.stop());
    rig.git('config', '--unset', 'filter.x.clean');
    writeFileSync(join(rig.home, 'go'), '');
    const ended = accepted(await resume({}, SILENT, nextSitting(rig)));
    expect(rig.git('show', `${ended.integration}:b.txt`)).toBe('BYE');
  });
});

describe('resume refuses', () => {
  it('when there is no run, or none of that name', async () => {
    const rig = aRig({ a: 'x' });
    expect(refused(await resume({}, SILENT, rig.world))).toEqual({ reason: 'no-run', known: [] });
    await aPastRun(rig, 'aaaa', [started('aaaa'), INTERRUPTED]);
    expect(refused(await resume({ run: 'bbbb' }, SILENT, rig.world))).toMatchObject({
      reason: 'no-run',
      run: 'bbbb',
      known: ['aaaa'],
    });
  });

  it('when the run has ended, in whichever way', async () => {
    const rig = aRig({ a: 'x' });
    await aPastRun(rig, 'aaaa', [started('aaaa'), FINISHED]);
    await aPastRun(rig, 'bbbb', [started('bbbb'), { ev: 'run-abandoned' }]);
    for (const run of ['aaaa', 'bbbb'])
      expect(refused(await resume({ run }, SILENT, rig.world))).toEqual({ reason: 'run-finished', run });
  });

  it('when its plan is another than the one it began with, and says how to put that back', async () => {
    const rig = aRig({ a: 'WRITE a.txt hello', b: 'WRITE b.txt bye UNTIL go' });
    const { state } = await runAll(rig, ({ event }) => event.ev === 'task-integrated' && rig.stop());
    const ref = `refs/breakwater/runs/${state.run}/plan`;
    const own = rig.git('rev-parse', ref);
    rig.write({ '../forged.json': rig.git('cat-file', 'blob', ref).replace('"verify":[]', '"verify":["true"]') });
    rig.git('update-ref', ref, rig.git('hash-object', '-w', '../forged.json'));
    expect(refused(await resume({}, SILENT, nextSitting(rig)))).toEqual({
      reason: 'damaged',
      message: `The plan of run ${state.run} is not the one it began with: somebody has written ${ref}.`,
      hint: `Put it back, then resume: git update-ref ${ref} ${own}`,
    });
    rig.git('update-ref', ref, own);
    writeFileSync(join(rig.home, 'go'), '');
    expect(accepted(await resume({}, SILENT, nextSitting(rig))).outcome).toBe('finished');
  });

  it('when its plan is gone, and guesses nothing', async () => {
    const rig = aRig({ a: 'x' });
    await aPastRun(rig, 'aaaa', [started('aaaa'), INTERRUPTED]);
    expect(refused(await resume({}, SILENT, rig.world))).toMatchObject({
      reason: 'damaged',
      message: 'The plan of run aaaa is gone or cannot be read, so it cannot go on.',
    });
    expect(await (await rig.repository()).lockOwner()).toBe(undefined);
  });
});

describe('status', () => {
  it('tells a run that goes on from one that was killed by the lock, not by its journal', async () => {
    const rig = aRig({ a: 'x' });
    await aPastRun(rig, 'aaaa', [started('aaaa')]);
    expect(accepted(await status({}, rig.world))).toMatchObject({ alive: false, state: { outcome: 'running' } });
    const lock = accepted(await holdLock(await rig.repository(), 'aaaa', rig.world));
    expect(accepted(await status({}, rig.world)).alive).toBe(true);
    await aPastRun(rig, 'bbbb', [started('bbbb'), INTERRUPTED], '2026-02-02');
    expect(accepted(await status({}, rig.world))).toMatchObject({ alive: false, state: { run: 'bbbb' } });
    expect(accepted(await status({ run: 'aaaa' }, rig.world)).alive).toBe(true);
    await lock.release();
  });
});

describe('the prompt of a task', () => {
  it('begins with its brief, and is asked for by a known id', async () => {
    const rig = aRig({ a: 'Write the readme', b: 'x' });
    expect(accepted(await prompt('a', {}, rig.world)).startsWith('Write the readme')).toBe(true);
    expect(refused(await prompt('c', {}, rig.world))).toMatchObject({
      reason: 'bad-input',
      diagnostics: [{ code: 'E_TASK_UNKNOWN', message: 'there is no task "c"', hint: 'The tasks are: a, b' }],
    });
  });
});
