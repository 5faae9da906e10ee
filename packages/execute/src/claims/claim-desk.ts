import { foldCase } from '@breakwater/glob';
import type { Answer, Ask, Breach, Fence, RunEvent, RunState, TaskId } from '@breakwater/model';
import type { Recorder } from '../recorder.js';
import { claimBook } from './held-paths.js';
import { judgeWrite, type WriteQuestion } from './judge-write.js';
import type { Territory } from './territory.js';

export interface Rules {
  readonly fence: Fence;
  readonly territory: Territory;
}

/**
 * Where files are given out. Living: it answers one question after the other, for between looking and writing down nobody else may
 * be given the same file. What it knows is the fold of what was recorded.
 */
export class ClaimDesk {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly recorder: Recorder,
    private readonly rules: Rules,
  ) {}

  /** Records a start together with the files it begins with: all that is certain and that nobody else holds. */
  start(event: Extract<RunEvent, { ev: 'task-started' }>): Promise<void> {
    return this.inTurn(() => {
      const { fence, territory } = this.rules;
      const state = this.recorder.state();
      const held = claimBook(state, event.task);
      const wanted = [...new Set([...territory.certain(event.task), ...ownPaths(event.task, state)])].sort();
      const claims = fence === 'off' ? [] : wanted.filter((path) => !held.has(foldCase(path)));
      return this.recorder.note({ ...event, ...(claims.length === 0 ? {} : { claims }) });
    });
  }

  ask({ id, path, written }: Ask): Promise<Answer> {
    return this.inTurn(async () => {
      const { task } = id;
      const verdict = judgeWrite({ task, path }, this.recorder.state(), this.rules);
      if (verdict.allowed) {
        if (verdict.claim) await this.recorder.note({ ev: 'task-claimed', task, path });
        return { answer: 'granted' };
      }
      const { holder, why } = verdict;
      await this.breach(task, { path, ...(holder === undefined ? {} : { holder }), seen: written === true ? 'shell' : 'asked' });
      return { answer: 'refused', why, ...(holder === undefined ? {} : { holder }) };
    });
  }

  /** What a session left in its commit against the fence; every file it changed counts, however it was written. */
  inspect(task: TaskId, paths: readonly string[]): Promise<readonly Breach[]> {
    return this.inTurn(async () => {
      const found = paths.flatMap((path) => breachOf({ task, path }, this.recorder.state(), this.rules));
      for (const breach of found) await this.breach(task, breach);
      return found;
    });
  }

  /** A model may try the same thing again and again; the first time is worth a record. */
  private async breach(task: TaskId, breach: Breach): Promise<void> {
    const known = this.recorder.state().tasks.find(({ id }) => id === task)?.breaches ?? [];
    if (!known.some((one) => isSame(one, breach))) await this.recorder.note({ ev: 'task-breached', task, breach });
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.last.then(work);
    this.last = mine.catch(() => undefined);
    return mine;
  }
}

/** What a task that is taken up again in its place has changed, or may have, and must be able to change again. */
function ownPaths(id: TaskId, { tasks }: RunState): readonly string[] {
  const task = tasks.find((one) => one.id === id);
  if (task?.state.state === 'pending' && task.state.again !== undefined) return task.claims;
  return task?.state.state === 'held' ? [...task.state.work.changes.map(({ path }) => path), ...task.state.paths] : [];
}

function breachOf(question: WriteQuestion, state: RunState, rules: Rules): readonly Breach[] {
  const verdict = judgeWrite(question, state, rules);
  if (verdict.allowed) return [];
  const holder = verdict.holder === undefined ? {} : { holder: verdict.holder };
  return [{ path: question.path, ...holder, seen: 'commit' }];
}

function isSame(a: Breach, b: Breach): boolean {
  return a.path === b.path && a.holder === b.holder && a.seen === b.seen;
}
