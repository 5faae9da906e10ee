/** Work on the same thing waits for what was begun before it; work on different things does not. */
export class OneByKey {
  private readonly last = new Map<string, Promise<unknown>>();

  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const mine = (this.last.get(key) ?? Promise.resolve()).then(work);
    this.last.set(
      key,
      mine.catch(() => undefined),
    );
    return mine;
  }
}
