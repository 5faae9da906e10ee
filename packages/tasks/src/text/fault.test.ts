import { expect, test } from 'vitest';
import { aSource } from '../worlds.testing.js';
import { codeOf, diagnosticOf } from './fault.js';

const source = aSource('a: 1\nb: 2\n');

test('a fault becomes a diagnostic with places', () => {
  const fault = diagnosticOf({
    code: 'E_X',
    message: 'twice',
    at: { source, start: 5, end: 6 },
    related: [{ message: 'first', at: { source, start: 0, end: 1 } }, { message: 'a word' }],
    hint: 'Keep one.',
  });
  expect(fault).toEqual({
    severity: 'error',
    code: 'E_X',
    message: 'twice',
    place: { file: 'tasks.yaml', line: 2, column: 1, length: 1, text: 'b: 2' },
    related: [
      { message: 'first', place: { file: 'tasks.yaml', line: 1, column: 1, length: 1, text: 'a: 1' } },
      { message: 'a word' },
    ],
    hint: 'Keep one.',
  });
});

test('what is not known is absent, not undefined', () => {
  const fault = diagnosticOf({ code: 'W_X', message: 'well', severity: 'warning', hint: undefined, at: undefined });
  expect(Object.keys(fault)).toEqual(['severity', 'code', 'message']);
});

test('a file without text is pointed at as a whole', () => {
  const empty = aSource('', 'config.mjs', 'CONFIG');
  expect(diagnosticOf({ code: 'E_X', message: 'm', at: { source: empty, start: 0, end: 0 } }).place).toEqual({
    file: 'config.mjs',
    line: 1,
    column: 1,
    length: 1,
    text: '',
  });
});

test('codes say which file is wrong', () => {
  expect([codeOf('TASKS', 'SYNTAX'), codeOf('CONFIG', 'KEY')]).toEqual(['E_TASKS_SYNTAX', 'E_CONFIG_KEY']);
});

test('whatever name a file has, a message commands no terminal', () => {
  const found = diagnosticOf({ code: 'E_X', message: '\u001b[2J.yaml', hint: 'a\u202eb', related: [{ message: '\0' }] });
  expect(found).toEqual({
    severity: 'error',
    code: 'E_X',
    message: '\\x1b[2J.yaml',
    related: [{ message: '\\x00' }],
    hint: 'a\\u202eb',
  });
});
