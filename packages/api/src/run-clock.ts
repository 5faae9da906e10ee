/** What a clock reads, all in milliseconds. */
export interface Readings {
  /** Since 1970, as the system has it; people and programs set it. */
  readonly wall: () => number;
  /** Never back, standing still while the machine sleeps. */
  readonly awake: () => number;
  /** Never back, and going on while the machine sleeps; may be coarse. */
  readonly uptime: () => number;
}

/** Differences below are the coarseness of the readings. */
const SLEPT_MS = 1000;

/**
 * The time of one process: the system's when it began, and from there as time goes by, whatever becomes of the system's clock. So no wait
 * grows by years, no duration is negative, and what is recorded later has a later time.
 */
export class RunClock {
  private readonly awake: number;
  private readonly uptime: number;
  private start: number;
  private last: number;

  constructor(private readonly readings: Readings) {
    this.awake = readings.awake();
    this.uptime = readings.uptime();
    this.start = readings.wall();
    this.last = this.start;
  }

  now(): Date {
    const awake = this.readings.awake() - this.awake;
    const up = this.readings.uptime() - this.uptime;
    this.last = Math.max(this.last, this.start + (up - awake > SLEPT_MS ? up : awake));
    return new Date(this.last);
  }

  /** A process before this one recorded that time, so it is not earlier now. */
  goOnFrom(time: number): void {
    this.start += Math.max(0, time - this.now().getTime());
  }
}
