/** A plan as the dispatcher sees it. Tasks are numbers; times are whole seconds, so that sums are the same in any order. */
export interface StreamProblem {
  readonly size: number;
  /** Direct predecessors by task. */
  readonly before: readonly (readonly number[])[];
  /** Direct successors by task. */
  readonly after: readonly (readonly number[])[];
  /** By task: those it may not be beside. */
  readonly apart: readonly (readonly number[])[];
  /** By task: the chance that it and another one write one file, where there is any. */
  readonly risk: readonly ReadonlyMap<number, number>[];
  /** By task: what it takes from which pool while it is open. */
  readonly needs: readonly (readonly { readonly pool: number; readonly amount: number }[])[];
  readonly capacities: readonly number[];
  /** By task: how long its session is expected to take. */
  readonly seconds: readonly number[];
  /** By task: its place in the order that settles ties. */
  readonly rank: readonly number[];
  /** What a task does that would only risk a clash: let calmer ones go first, or wait until the risk is gone. */
  readonly risky: 'later' | 'wait';
}
