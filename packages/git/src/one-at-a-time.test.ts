import { expect, it } from 'vitest';
import { oneAtATime } from './one-at-a-time.js';

/** Work that notes when it begins and ends, and ends when told. */
function steps() {
  const log: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => async () => {
    log.push(`${name} begins`);
    await new Promise<void>((resolve) => ends.set(name, resolve));
    log.push(`${name} ends`);
    return name;
  };
  return { log, work, end: (name: string) => ends.get(name)?.() };
}

it('begins the second only when the first has ended', async () => {
  const { log, work, end } = steps();
  const first = oneAtATime('repo', work('first'));
  const second = oneAtATime('repo', work('second'));
  await Promise.resolve();
  expect(log).toEqual(['first begins']);
  end('first');
  expect(await first).toBe('first');
  await Promise.resolve();
  end('second');
  expect(await second).toBe('second');
  expect(log).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});

it('lets other keys run meanwhile', async () => {
  const { log, work, end } = steps();
  const both = [oneAtATime('one', work('a')), oneAtATime('two', work('b'))];
  await Promise.resolve();
  expect(log).toEqual(['a begins', 'b begins']);
  end('a');
  end('b');
  await Promise.all(both);
});

it('goes on after a failure', async () => {
  const failed = oneAtATime('repo', () => Promise.reject(new Error('no')));
  const next = oneAtATime('repo', async () => 'yes');
  await expect(failed).rejects.toThrow('no');
  expect(await next).toBe('yes');
});
