/** Node's timers overflow beyond. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Tells when nothing has been heard for a while: a session that hangs looks like one that thinks, but for the silence. */
export class QuietTimer {
  /** Settles after the silence; never without a limit. */
  readonly over: Promise<'stall'>;
  private timer: NodeJS.Timeout | undefined;

  /** Minutes of silence that are too many. */
  constructor(minutes: number | undefined) {
    this.over = new Promise((resolve) => {
      if (minutes === undefined) return;
      this.timer = setTimeout(() => resolve('stall'), Math.min(minutes * 60_000, LONGEST_TIMER_MS));
    });
  }

  heard(): void {
    this.timer?.refresh();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
