import { describe, expect, it } from 'vitest';
import { isKnownRecord, timeOf } from './known-events.js';

const record = { v: 1, seq: 0, t: '2026-01-01T00:00:00.000Z', event: { ev: 'run-resumed' } };

describe('isKnownRecord', () => {
  it('accepts the form of this version, whatever else an event carries', () => {
    expect(isKnownRecord(record)).toBe(true);
    expect(isKnownRecord({ ...record, event: { ev: 'note', text: 'x', colour: 'red' } })).toBe(true);
  });

  it.each([
    ['nothing', null],
    ['a text', 'run-resumed'],
    ['a list', [record]],
    ['another version', { ...record, v: 2 }],
    ['a version as text', { ...record, v: '1' }],
    ['no number', { ...record, seq: undefined }],
    ['half a number', { ...record, seq: 0.5 }],
    ['no time', { ...record, t: 0 }],
    ['no event', { ...record, event: null }],
    ['an event without a name', { ...record, event: { ev: 1 } }],
    ['an event nobody knows', { ...record, event: { ev: 'run-teleported' } }],
    ['a name every object has', { ...record, event: { ev: 'toString' } }],
  ])('refuses %s', (_, value) => {
    expect(isKnownRecord(value)).toBe(false);
  });
});

describe('timeOf', () => {
  it('reads records of any version, and nothing else', () => {
    expect([record, { v: 9, t: 'then' }, { v: 9 }, { t: 1 }, null, 'then'].map(timeOf)).toEqual([
      record.t,
      'then',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
