const last = new Map<string, Promise<unknown>>();

/**
 * Runs work on one key after the work before it, whoever asked. Two gits that make worktrees at once read each other's half-written
 * entries, and one of them fails.
 */
export function oneAtATime<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = last.get(key) ?? Promise.resolve();
  const mine = before.then(work, work);
  const settled = mine.catch(() => undefined);
  last.set(key, settled);
  void settled.then(() => {
    if (last.get(key) === settled) last.delete(key);
  });
  return mine;
}
