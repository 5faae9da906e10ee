/**
 * A schedule generation scheme (Kolisch 1996): turns an order of tasks into a schedule. Times are whole units of the scheme: waves,
 * or ticks of a minute.
 */
export interface Scheme {
  /** Units each task takes. */
  readonly lengths: Int32Array<ArrayBuffer>;
  /** What one schedule costs, in elementary steps, whatever the order: about 5 ns each on one core of 2026. */
  readonly steps: number;
  /** Gives each task of the list in turn its start and answers when the last one ends; every task stands after its predecessors. */
  readonly forwards: (order: Int32Array, start: Int32Array) => number;
  /** The same with time running backwards: starts are counted from the end, every task stands after its successors. */
  readonly backwards: (order: Int32Array, start: Int32Array) => number;
}
