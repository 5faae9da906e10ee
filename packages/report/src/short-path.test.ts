import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf } from './columns-of.js';
import { shortPath } from './short-path.js';

const unicode = { unicode: true };

describe('a path', () => {
  const path = 'apps/web/src/auth/login.guard.ts';

  it.each([
    [40, 'apps/web/src/auth/login.guard.ts'],
    [31, 'apps/…/src/auth/login.guard.ts'],
    [28, 'apps/…/auth/login.guard.ts'],
    [24, 'apps/…/login.guard.ts'],
    [18, '…/login.guard.ts'],
    [14, 'login.guard.ts'],
    [10, 'login.gua…'],
  ])('in %i columns is %s', (width, wanted) => {
    expect(shortPath(path, width, unicode)).toBe(wanted);
  });

  it('of one segment is cut at its end', () => {
    expect(shortPath('package.json', 8, unicode)).toBe('package…');
  });

  it('of two segments has nothing in the middle to leave out', () => {
    expect(shortPath('docs/how-to-plan.md', 18, unicode)).toBe('…/how-to-plan.md');
  });

  it('is never wider than asked and is whole when there is room', async () => {
    await fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), fc.nat(60), (segments, width) => {
        expect(columnsOf(shortPath(segments.join('/'), width, unicode))).toBeLessThanOrEqual(width);
      }),
    );
  });
});
