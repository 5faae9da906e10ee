import { checkedGlobs, foldCase, isLiteral } from '@breakwater/glob';
import { confidenceOf, type HubRule, type Plan, type Task, type TaskId, type Touch } from '@breakwater/model';
import { hubRuleOf } from '../integrate/hub-policies.js';

/** What the plan says about who writes where; it does not change during a run. */
export interface Territory {
  /** Files the plan is certain of, sorted: claimed as soon as the task starts. */
  readonly certain: (task: TaskId) => readonly string[];
  /** Declared for the task, or predicted as certain or likely: a neighbour's wide declaration does not keep it from asking. */
  readonly isOwn: (task: TaskId, path: string) => boolean;
  /** Inside the globs its author declared. */
  readonly declares: (task: TaskId, path: string) => boolean;
  /** All a closed fence lets it write: declared or predicted with any confidence. */
  readonly isWithin: (task: TaskId, path: string) => boolean;
  /** A file that several may write at once, because a hub policy puts the results together. */
  readonly isShared: (path: string) => boolean;
}

export function territoryOf(plan: Plan, tasks: readonly Task[], hubs: readonly HubRule[] = []): Territory {
  const ruleOf = hubRuleOf(hubs);
  const isShared = (path: string): boolean => ruleOf(path) !== undefined;
  const declared = new Map(tasks.map(({ id, writes }) => [id, checkedGlobs(writes.flatMap(orAllBelow), { ignoreCase: true })]));
  const predicted = new Map(plan.tasks.map((task) => [task.id, chances(task.writes)]));
  const declares = (task: TaskId, path: string): boolean => declared.get(task)?.matches(path) ?? false;
  const chance = (task: TaskId, path: string): number | undefined => predicted.get(task)?.get(foldCase(path));
  return {
    certain: (id) => certainFiles(plan, id).filter((path) => !isShared(path)),
    declares,
    isOwn: (task, path) => declares(task, path) || confidenceOf(chance(task, path) ?? 0) !== 'possible',
    isWithin: (task, path) => declares(task, path) || chance(task, path) !== undefined,
    isShared,
  };
}

/** By spelling as on a disk that ignores case; of files that are one there, the surest counts. */
function chances(writes: readonly Touch[]): ReadonlyMap<string, number> {
  const surestLast = [...writes].sort((a, b) => a.p - b.p);
  return new Map(surestLast.map(({ path, p }) => [foldCase(path), p]));
}

/** A name without wildcards may be that of a folder, and then all below it is meant. */
function orAllBelow(pattern: string): readonly string[] {
  const plain = isLiteral(pattern.replace(/^!/, '')) && !pattern.endsWith('/');
  return plain ? [pattern, `${pattern}/**`] : [pattern];
}

/**
 * Only what is certain is claimed before it is asked for. A likely file is left alone by its task about every second time; claimed
 * at the start it would be refused to a neighbour for nothing, so there the first to write it has it.
 */
function certainFiles(plan: Plan, id: TaskId): readonly string[] {
  const writes = plan.tasks.find((task) => task.id === id)?.writes ?? [];
  return writes
    .filter(({ p }) => confidenceOf(p) === 'certain')
    .map(({ path }) => path)
    .sort();
}
