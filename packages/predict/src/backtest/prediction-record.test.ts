import type { RunState, TaskRun } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { predictionRecord } from './prediction-record.js';

/** Files each task changed, those that were not predicted marked: `aRun('a.ts b.ts!', 'c.ts')`. */
function aRun(...tasks: readonly string[]): RunState {
  return { tasks: tasks.map(aTaskRun) } as unknown as RunState;
}

function aTaskRun(files: string): TaskRun {
  if (files === '') return { state: { state: 'pending' } } as TaskRun;
  const paths = files.split(' ');
  const changes = paths.map((path) => ({ path: path.replace('!', ''), added: 1, removed: 0 }));
  const unpredicted = paths.filter((path) => path.endsWith('!'));
  return { state: { state: 'integrated', work: { changes, drift: { unpredicted } } } } as unknown as TaskRun;
}

describe('the record of predictions', () => {
  it('counts the files that tasks of earlier runs changed, and those of them that were predicted', () => {
    expect(predictionRecord([aRun('a.ts b.ts!', 'c.ts'), aRun('d.ts!', '')])).toEqual({
      runs: 2,
      tasks: 3,
      changed: 4,
      foreseen: 2,
    });
  });

  it('is not there before a task has left work', () => {
    expect(predictionRecord([])).toBeUndefined();
    expect(predictionRecord([aRun('', '')])).toBeUndefined();
  });
});
