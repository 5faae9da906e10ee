import type { LaneEnd, LaneId, RunId } from '@breakwater/model';
import { laneKey } from './places.js';

interface Running {
  readonly run: RunId;
  /** The lane, or nothing for a verification. */
  readonly lane?: string;
  readonly stop: AbortController;
}

/** What is at work in this process, and how every lane ended. */
export class LaneRegistry {
  private readonly running = new Set<Running>();
  private readonly lanes = new Map<string, Promise<LaneEnd>>();

  /** One lane is opened once, however often it is asked for. */
  open(id: LaneId, work: (signal: AbortSignal) => Promise<LaneEnd>): Promise<LaneEnd> {
    const lane = laneKey(id);
    const known = this.lanes.get(lane);
    if (known !== undefined) return known;
    const end = this.follow({ run: id.run, lane, stop: new AbortController() }, work);
    this.lanes.set(lane, end);
    return end;
  }

  /** Something of the run that is no lane. */
  async follow<T>(one: Running, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    this.running.add(one);
    try {
      return await work(one.stop.signal);
    } finally {
      this.running.delete(one);
    }
  }

  stop(run: RunId, lane?: LaneId): void {
    for (const one of this.running) {
      if (one.run === run && (lane === undefined || one.lane === laneKey(lane))) one.stop.abort();
    }
  }

  /** Lanes at work. */
  count(): number {
    return [...this.running].filter((one) => one.lane !== undefined).length;
  }
}
