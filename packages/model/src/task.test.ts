import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attemptName, integrationBranch, runId, taskBranch } from './run-id.js';
import { asTaskId, taskId } from './task.js';

/** Text that often is a task id, and often is one but for a small thing. */
const nearIds = fc.string({ unit: fc.constantFrom(...'abz019._-', 'A', '@', '/', '~', ' ', 'é', '.lock'), maxLength: 66 });

describe('a task id', () => {
  it.each(['a', '0', 'order-api', 'v1.2_beta', 'a.lock.b', 'x'.repeat(64), 'integration-2', 'com10', 'console', 'a.nul'])(
    'may be %s',
    (text) => {
      expect(asTaskId(text)).toBe(text);
    },
  );

  it.each([
    '',
    'A',
    'order api',
    '-a',
    '.a',
    '_a',
    'a/b',
    'a@2',
    'a..b',
    'a.',
    'a.lock',
    'x'.repeat(65),
    'a\n',
    'é',
    'integration',
    'con',
    'nul',
    'prn.txt',
    'com1',
    'lpt9.a',
    'constructor',
    '__proto__',
  ])('may not be %j', (text) => {
    expect(asTaskId(text)).toBe(undefined);
    expect(() => taskId(text)).toThrow('Internal error: not a task id');
  });

  it('is never such that git would refuse the branch of an attempt, or read it as an option', async () => {
    // The rules of git-check-ref-format that a name below breakwater/<run>/ could break.
    const refused = /\.\.|@\{|[\s~^:?*[\\]|\.lock$|\.$|\/\.|\/\/|\/$|^-/;
    await fc.assert(
      fc.property(nearIds, fc.integer({ min: 1, max: 99 }), (text, attempt) => {
        const id = asTaskId(text);
        if (id !== undefined) expect(taskBranch(runId('7f3a'), id, attempt)).not.toMatch(refused);
      }),
    );
  });
});

describe('the branches of a run', () => {
  it('are named by the attempt; the first needs no number', () => {
    expect([1, 2, 10].map((attempt) => taskBranch(runId('7f3a'), taskId('api'), attempt))).toEqual([
      'breakwater/7f3a/api',
      'breakwater/7f3a/api@2',
      'breakwater/7f3a/api@10',
    ]);
  });

  it('are all different, and none is the integration branch', async () => {
    const attempt = fc.record({ text: nearIds, n: fc.integer({ min: 1, max: 12 }) });
    await fc.assert(
      fc.property(attempt, attempt, (one, other) => {
        const [a, b] = [asTaskId(one.text), asTaskId(other.text)];
        if (a === undefined || b === undefined) return;
        expect(attemptName(a, one.n) === attemptName(b, other.n)).toBe(a === b && one.n === other.n);
        expect(taskBranch(runId('7f3a'), a, one.n)).not.toBe(integrationBranch(runId('7f3a')));
      }),
    );
  });
});
