import { type DriverSettings, GitError, type Repository } from '@breakwater/git';
import type { Config, FailurePolicy, Plan, Protection, ReviewMode, RunId, Runner, Task } from '@breakwater/model';
import { runRefs } from './places.js';

/** What a run works from, kept as a blob under a ref, so that `resume` never depends on files that changed meanwhile. */
export interface Frozen {
  readonly version: 1;
  readonly plan: Plan;
  readonly tasks: readonly Task[];
  readonly config: Config;
  readonly runner: Runner;
  /** Absent in runs that began before there was a fence. */
  readonly protection?: Protection;
  readonly budgetUsd?: number;
  /** The person's filters and merge drivers when it began; absent in runs that began before they were kept. */
  readonly drivers?: DriverSettings;
  readonly onFailure?: FailurePolicy;
  readonly review?: ReviewMode;
}

/** Answers its object id. */
export async function freeze(repository: Repository, run: RunId, frozen: Frozen): Promise<string> {
  const blob = await repository.writeBlob(`${JSON.stringify(frozen)}\n`);
  await repository.mustMoveRef({ ref: runRefs(run).frozen, from: null, to: blob });
  return blob;
}

/**
 * Undefined when the ref is gone, and what the journal says of it is of no help, or when it leads to something else or to what cannot
 * be read. What looks like a plan of ours is taken for one. `recorded`: its object id according to the journal.
 */
export async function thaw(repository: Repository, run: RunId, recorded?: string): Promise<Frozen | undefined> {
  const held = await repository.readRef(runRefs(run).frozen);
  const blob = held ?? recorded;
  if (blob === undefined) return undefined;
  // Once no ref holds it, git may have collected it.
  const isLost = (error: unknown) =>
    held === undefined || (error instanceof GitError && error.failure.reason === 'object-damaged');
  const text = await repository.readBlob(blob).catch((error) => (isLost(error) ? undefined : Promise.reject(error)));
  return text === undefined ? undefined : frozenIn(text);
}

/** A session can write refs. */
function frozenIn(text: string): Frozen | undefined {
  try {
    const value: Partial<Frozen> | null = JSON.parse(text);
    return value?.version === 1 && value.plan && value.tasks && value.config ? (value as Frozen) : undefined;
  } catch {
    return undefined;
  }
}
