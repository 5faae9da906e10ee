import { awaitsReview, NO_USAGE, type RunEvent, type TaskRun, type Verdict } from '@breakwater/model';
import type { RunWorld } from './run-world.js';

/** Milliseconds between two looks while sessions are at work. */
const LOOK = 1000;

/** What people have said about work that waits for it becomes part of the record; a word on another commit is not about this work. */
export async function noteVerdicts({ input, ports, recorder }: RunWorld): Promise<void> {
  const waiting = recorder.state().tasks.filter((task) => awaitsReview(recorder.state(), task));
  if (waiting.length === 0) return;
  const { heard, strange } = await ports.repository.verdicts(input.run);
  for (const name of strange) await recorder.note({ ev: 'note', text: `${name} is no word of a person, and does not count` });
  for (const task of waiting) {
    const verdict = heard.find((one) => isAbout(one, task));
    if (verdict !== undefined) await recorder.note(eventOf(verdict));
  }
}

function isAbout({ task: id, attempt, commit }: Verdict, { id: wanted, state }: TaskRun): boolean {
  return state.state === 'committed' && id === wanted && attempt === state.attempt && commit === state.work.commit;
}

function eventOf(verdict: Verdict): RunEvent {
  const { task, commit } = verdict;
  if (verdict.verdict === 'approved') return { ev: 'task-approved', task, commit };
  return { ev: 'task-failed', task, failure: { reason: 'rejected', message: verdict.reason }, usage: NO_USAGE };
}

/** When to look again; undefined: nothing waits. */
export function nextLook({ ports, recorder }: RunWorld): number | undefined {
  const state = recorder.state();
  return state.tasks.some((task) => awaitsReview(state, task)) ? ports.clock.now().getTime() + LOOK : undefined;
}
