import { constants, PerformanceObserver } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { releaseParsed } from './release-parsed.js';

/** Collections that somebody asked for while `work` ran. */
async function collectionsDuring(work: () => void): Promise<number> {
  let asked = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { flags = 0 } = Reflect.get(entry, 'detail') as { readonly flags?: number };
      if ((flags & constants.NODE_PERFORMANCE_GC_FLAGS_FORCED) !== 0) asked += 1;
    }
  });
  observer.observe({ entryTypes: ['gc'] });
  work();
  await setTimeout(50);
  observer.disconnect();
  return asked;
}

describe('memory of parsed texts', () => {
  it('is asked for each time some megabytes were parsed', async () => {
    const parse = (texts: number) => () => {
      for (let n = 0; n < texts; n += 1) releaseParsed(100_000);
    };
    expect(await collectionsDuring(parse(30))).toBe(0);
    expect(await collectionsDuring(parse(100))).toBe(3);
  });
});
