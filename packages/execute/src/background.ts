/** Work that nobody needs to wait for until the end: giving places back while the next tasks are at work. */
export class Background {
  private readonly running = new Set<Promise<void>>();

  start(work: Promise<void>): void {
    this.running.add(work);
    // One that failed stays, so that `settled` tells.
    work.then(
      () => this.running.delete(work),
      () => undefined,
    );
  }

  /** Resolves when all has ended; rejects when any has failed. */
  async settled(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
  }

  /** Resolves when nothing is at work any more, whatever came of it. */
  async quiet(): Promise<void> {
    await Promise.allSettled(this.running);
  }
}
