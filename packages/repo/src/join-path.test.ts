import { posix } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinPath } from './join-path.js';

describe('joinPath', () => {
  it.each([
    ['a/b', '../c.ts', 'a/c.ts'],
    ['', './a', 'a'],
    ['a', '..', ''],
    ['a', '.', 'a'],
    ['a', './/b/', 'a/b'],
    ['a', '../../b', undefined],
    ['', '..', undefined],
  ])('%j and %j give %j', (folder, relative, joined) => {
    expect(joinPath(folder, relative)).toBe(joined);
  });

  it('agrees with the standard library inside the repository and refuses all outside', () => {
    const segment = fc.constantFrom('a', 'b', '.', '..');
    const path = fc.array(segment, { maxLength: 6 }).map((segments) => segments.join('/'));
    void fc.assert(
      fc.property(fc.constantFrom('', 'x', 'x/y'), path, (folder, relative) => {
        const normal = posix.normalize(`${folder || '.'}/${relative || '.'}`).replace(/\/$/, '');
        const expected = normal.startsWith('..') ? undefined : normal === '.' ? '' : normal;
        expect(joinPath(folder, relative)).toBe(expected);
      }),
    );
  });
});
