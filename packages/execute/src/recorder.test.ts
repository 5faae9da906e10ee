import { foldRun, type Recorded, type RunEvent, taskId } from '@breakwater/model';
import { aCommit, aRunStarted, recorded } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { openRecorder } from './recorder.js';

const REPLANNED: RunEvent = { ev: 'run-replanned', because: { kind: 'tasks', tasks: [] }, moved: [] };
const note = (text: string): RunEvent => ({ ev: 'note', text });
const RESUMED: RunEvent = { ev: 'run-resumed' };

/** A journal that holds its answers back until it is told to give them, the oldest first. */
class SlowJournal {
  readonly held: Recorded[];
  private readonly waiting: (() => void)[] = [];

  constructor(events: readonly RunEvent[] = []) {
    this.held = [...recorded(events)];
  }

  readonly append = async (event: RunEvent): Promise<Recorded> => {
    const record = { v: 1 as const, seq: this.held.length, t: new Date(this.held.length * 1000).toISOString(), event };
    if (this.held.length > 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.held.push(record);
    return record;
  };

  answer(): void {
    this.waiting.shift()?.();
  }
}

describe('a recorder', () => {
  it('lets an event count when it is written down, and not before', async () => {
    const journal = new SlowJournal();
    const recorder = await openRecorder(journal, [], aRunStarted(['a']));
    const noted = recorder.note({ ev: 'run-interrupted', why: 'x' });
    expect(recorder.state().outcome).toBe('running');
    journal.answer();
    await noted;
    expect(recorder.state()).toEqual(foldRun(journal.held));
    expect(recorder.state().outcome).toBe('interrupted');
  });

  it('forgets none of two events that are written at one time', async () => {
    const journal = new SlowJournal();
    const recorder = await openRecorder(journal, [], aRunStarted(['a', 'b']));
    const started = (name: string, lane: number) =>
      recorder.note({ ev: 'task-started', task: taskId(name), attempt: 1, lane, base: aCommit(1) });
    const both = Promise.all([started('a', 0), started('b', 1)]);
    journal.answer();
    journal.answer();
    await both;
    expect(recorder.state().tasks.map(({ state }) => state.state)).toEqual(['running', 'running']);
    expect(recorder.sincePlanned()).toHaveLength(3);
  });

  it('still tells what was recorded while a new plan was written, which that did not know', async () => {
    const journal = new SlowJournal();
    const recorder = await openRecorder(journal, [], aRunStarted(['a']));
    const noted = Promise.all([recorder.note(note('before')), recorder.note(REPLANNED), recorder.note(note('after'))]);
    for (let n = 0; n < 3; n += 1) journal.answer();
    await noted;
    expect(recorder.sincePlanned()).toEqual([note('before'), note('after')]);
  });

  it('says when a journal refuses, and stays at what that holds', async () => {
    let full = false;
    const journal = new SlowJournal();
    const append = (event: RunEvent) => (full ? Promise.reject(new Error('full')) : journal.append(event));
    const recorder = await openRecorder({ append }, [], aRunStarted(['a']));
    const before = recorder.state();
    full = true;
    await expect(recorder.note({ ev: 'run-interrupted', why: 'x' })).rejects.toThrow('full');
    expect([recorder.state(), recorder.sincePlanned()]).toEqual([before, [aRunStarted(['a'])]]);
  });

  it.each<[string, readonly RunEvent[], readonly RunEvent[]]>([
    ['all of it, when it was never planned anew', [note('1')], [aRunStarted(['a']), note('1'), RESUMED]],
    ['what followed the last new plan', [note('1'), REPLANNED, note('2'), REPLANNED, note('3')], [note('3'), RESUMED]],
    ['how it goes on, when the new plan came last', [note('1'), REPLANNED], [RESUMED]],
  ])('knows of an earlier sitting %s', async (_, events, since) => {
    const journal = new SlowJournal([aRunStarted(['a']), ...events]);
    const opening = openRecorder(journal, [...journal.held], RESUMED);
    journal.answer();
    const recorder = await opening;
    expect(recorder.sincePlanned()).toEqual(since);
    const replanned = recorder.note(REPLANNED);
    journal.answer();
    await replanned;
    expect(recorder.sincePlanned()).toEqual([]);
  });
});
