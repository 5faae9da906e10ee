import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asRef, isBranchName } from './ref-name.js';

describe('isBranchName', () => {
  it.each(['main', 'breakwater/7f3a/order-api', 'breakwater/7f3a/a@2', 'a.b_c', 'ünï'])('takes %j', (name) => {
    expect(isBranchName(name)).toBe(true);
  });

  it.each([
    ...['', '-D', '--force', 'a/-b', '@', 'HEAD', '.a', 'a/.b', 'a..b', 'a.', 'a.lock', 'a.lock/b', 'a//b', '/a', 'a/', 'a b'],
    ...['a~1', 'a^', 'a:b', 'a?', 'a*', 'a[', 'a\\b', 'a@{1}', 'a\nb', 'a\0b', 'a\x7f', 'x'.repeat(241)],
  ])('refuses %j', (name) => {
    expect(isBranchName(name)).toBe(false);
  });

  it('takes nothing that git itself refuses', async () => {
    const name = fc.string({ unit: fc.constantFrom(...'ab-./@{~^:*[ \\lock'), minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.property(name, (text) => {
        if (isBranchName(text)) execFileSync('git', ['check-ref-format', '--branch', text], { stdio: 'pipe' });
      }),
      { numRuns: 200 },
    );
  });
});

describe('asRef', () => {
  it('gives a full name back', () => {
    expect(asRef('refs/breakwater/lock')).toBe('refs/breakwater/lock');
  });

  it.each(['HEAD', 'main', 'refs/', 'refs/heads/-D', 'refs/heads/a b', 'refs/heads/a\nupdate refs/heads/main'])(
    'takes %j for a bug',
    (text) => {
      expect(() => asRef(text)).toThrow('Internal error');
    },
  );
});
