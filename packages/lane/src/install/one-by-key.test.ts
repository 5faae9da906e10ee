import { expect, it } from 'vitest';
import { OneByKey } from './one-by-key.js';

/** Work that the test ends, and what has begun so far. */
function bench() {
  const begun: string[] = [];
  const ends = new Map<string, (failure?: Error) => void>();
  const work = (name: string) => () => {
    begun.push(name);
    return new Promise<string>((resolve, reject) => {
      ends.set(name, (failure) => (failure === undefined ? resolve(name) : reject(failure)));
    });
  };
  const settled = async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    return begun;
  };
  return { work, settled, end: (name: string, failure?: Error) => ends.get(name)?.(failure) };
}

it('work on one thing waits for its turn, in the order in which it came; work on another does not', async () => {
  const { work, settled, end } = bench();
  const turns = new OneByKey();
  const all = [
    turns.run('x', work('x1')),
    turns.run('x', work('x2')),
    turns.run('y', work('y1')),
    turns.run('x', work('x3')),
    turns.run('__proto__', work('p')),
  ];
  expect(await settled()).toEqual(['x1', 'y1', 'p']);
  for (const name of ['p', 'y1', 'x1']) end(name);
  expect(await settled()).toEqual(['x1', 'y1', 'p', 'x2']);
  end('x2');
  expect((await settled()).at(-1)).toBe('x3');
  end('x3');
  expect(await Promise.all(all)).toEqual(['x1', 'x2', 'y1', 'x3', 'p']);
});

it('work that fails is told to whoever asked for it, and the next has its turn', async () => {
  const { work, settled, end } = bench();
  const turns = new OneByKey();
  const [first, second] = [turns.run('x', work('x1')), turns.run('x', work('x2'))];
  await settled();
  end('x1', new Error('no'));
  await expect(first).rejects.toThrow('no');
  expect(await settled()).toEqual(['x1', 'x2']);
  end('x2');
  expect(await second).toBe('x2');
});
