import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { didYouMean, nearestName } from './nearest-name.js';

const KEYS = ['id', 'brief', 'dependsOn', 'resources', 'reads', 'writes'];

describe('the name that was meant', () => {
  test.each([
    ['another case and separator', 'depend_on', 'dependsOn'],
    ['only case', 'DEPENDSON', 'dependsOn'],
    ['a letter too many', 'writess', 'writes'],
    ['a letter missing', 'bref', 'brief'],
    ['two letters swapped', 'raeds', 'reads'],
    ['another letter', 'resourses', 'resources'],
    ['nothing near', 'timeout', undefined],
    ['too short to guess', 'x', undefined],
  ])('%s', (_, written, meant) => {
    expect(nearestName(written, KEYS)).toBe(meant);
  });

  test('of two equally near the first in order, whatever the order of the list', () => {
    expect(nearestName('task-c', ['task-b', 'task-a'])).toBe('task-a');
    expect(nearestName('task-c', ['task-a', 'task-b'])).toBe('task-a');
  });

  test('nearer wins over first in order', () => {
    expect(nearestName('order-apis', ['order-abes', 'order-api'])).toBe('order-api');
  });

  test('as a sentence', () => {
    expect(didYouMean('bref', KEYS)).toBe('Did you mean "brief"?');
    expect(didYouMean('bref', [])).toBeUndefined();
  });

  test('a name is nearest to itself, and one slip is found in any longer name', async () => {
    const name = fc.stringMatching(/^[a-z]{6,20}$/);
    await fc.assert(
      fc.property(name, fc.nat(), (written, n) => {
        const at = n % written.length;
        const slip = written.slice(0, at) + written.slice(at + 1);
        expect(nearestName(written, [written])).toBe(written);
        expect(nearestName(slip, [written])).toBe(written);
      }),
    );
  });
});
