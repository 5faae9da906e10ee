import { foldCase } from '@breakwater/glob';
import type { Fence, RunState, TaskId } from '@breakwater/model';
import { claimBook } from './held-paths.js';
import type { Territory } from './territory.js';

export type Verdict =
  /** `claim`: nobody holds it yet, and from now on the task does. */
  | { readonly allowed: true; readonly claim: boolean }
  | { readonly allowed: false; readonly holder?: TaskId; readonly why: string };

export interface WriteQuestion {
  readonly task: TaskId;
  readonly path: string;
}

/** The fence: may this task write this file now? Decided from the state and the plan alone. `why` is read by the model. */
export function judgeWrite(
  { task, path }: WriteQuestion,
  state: RunState,
  rules: { fence: Fence; territory: Territory },
): Verdict {
  const { fence, territory } = rules;
  if (fence === 'off' || territory.isShared(path)) return { allowed: true, claim: false };
  // Whoever came first keeps it, also when somebody else wrote it all the same.
  if (isGiven(task, path, state)) return { allowed: true, claim: false };
  const holder = claimBook(state, task).get(foldCase(path));
  if (holder !== undefined) return held(path, holder, state);
  if (fence === 'closed' && !territory.isWithin(task, path)) return { allowed: false, why: outside(path) };
  const owner = territory.isOwn(task, path) ? undefined : declarer(path, task, state, territory);
  if (owner !== undefined)
    return { allowed: false, holder: owner, why: `${path} is in what task ${owner} is to write; ${LEAVE}` };
  return { allowed: true, claim: true };
}

function isGiven(task: TaskId, path: string, { tasks }: RunState): boolean {
  const claims = tasks.find(({ id }) => id === task)?.claims ?? [];
  return claims.some((one) => foldCase(one) === foldCase(path));
}

const LEAVE = 'leave it, and say in your last message what you needed there';

function held(path: string, holder: TaskId, state: RunState): Verdict {
  const running = state.tasks.some(({ id, state: one }) => id === holder && one.state === 'running');
  const verb = running ? 'is being written' : 'was changed and is not integrated yet';
  return { allowed: false, holder, why: `${path} ${verb} by task ${holder}; ${LEAVE}` };
}

function outside(path: string): string {
  return `${path} is not among the files this task may write; ${LEAVE}`;
}

/** A running neighbour whose author named these files. Two that both declare a file never run at one time: the plan sees to that. */
function declarer(path: string, asking: TaskId, state: RunState, territory: Territory): TaskId | undefined {
  return state.tasks.find(({ id, state: one }) => one.state === 'running' && id !== asking && territory.declares(id, path))?.id;
}
