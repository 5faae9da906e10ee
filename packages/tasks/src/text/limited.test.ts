import type { Diagnostic } from '@breakwater/model';
import { describe, expect, test } from 'vitest';
import { limited } from './limited.js';

function fault(
  message: string,
  at?: readonly [file: string, line: number, column: number],
  severity: Diagnostic['severity'] = 'error',
): Diagnostic {
  const [file = '', line = 1, column = 1] = at ?? [];
  return { severity, code: 'E_X', message, ...(at === undefined ? {} : { place: { file, line, column, length: 1, text: 'x' } }) };
}

const messages = (list: readonly Diagnostic[]) => list.map(({ message }) => message);
const many = (count: number, severity: Diagnostic['severity'] = 'error') =>
  Array.from({ length: count }, (_, n) => fault(`fault ${n + 1}`, ['a', n + 1, 1], severity));

describe('faults in the order of', () => {
  test('lines and columns', () => {
    const found = [fault('third', ['a', 10, 1]), fault('second', ['a', 2, 9]), fault('first', ['a', 2, 3])];
    expect(messages(limited(found))).toEqual(['first', 'second', 'third']);
  });
  test('files as first mentioned', () => {
    const found = [fault('b2', ['b', 2, 1]), fault('a1', ['a', 1, 1]), fault('b1', ['b', 1, 1])];
    expect(messages(limited(found))).toEqual(['b1', 'b2', 'a1']);
  });
  test('severity: errors come before warnings', () => {
    const found = [fault('warning', ['a', 1, 1], 'warning'), fault('error', ['a', 2, 1])];
    expect(messages(limited(found))).toEqual(['error', 'warning']);
  });
  test('finding, where nothing else tells', () => {
    expect(messages(limited([fault('x'), fault('y')]))).toEqual(['x', 'y']);
  });
});

describe('at most 50', () => {
  test('fifty are all shown', () => {
    expect(limited(many(50))).toEqual(many(50));
  });
  test('of more, how many more there are', () => {
    const more = { severity: 'error', code: 'E_MORE', message: 'and 12 more', hint: 'Repair these first, then look again.' };
    expect(limited(many(62))).toEqual([...many(50), more]);
  });
  test('hidden warnings are no error', () => {
    expect(limited(many(51, 'warning')).at(-1)).toMatchObject({ severity: 'warning', code: 'W_MORE', message: 'and 1 more' });
  });
  test('an error is never hidden behind warnings', () => {
    expect(limited([...many(60, 'warning'), fault('the error', ['z', 1, 1])])[0]).toMatchObject({ message: 'the error' });
  });
});
