import { describe, expect, it } from 'vitest';
import { columnsOf } from './columns-of.js';
import { type Signs, signsOf } from './signs.js';

const sets = { unicode: signsOf({ unicode: true }), ascii: signsOf({ unicode: false }) };
const WIDE: readonly (keyof Signs)[] = ['ellipsis', 'between'];

describe.each(Object.entries(sets))('%s signs', (_, signs) => {
  it('take one column each, so that marks line up', () => {
    const single = Object.entries(signs).filter(([name]) => !WIDE.includes(name as keyof Signs));
    expect(single.filter(([, sign]) => columnsOf(sign) !== 1)).toEqual([]);
  });

  it('tell how sure a prediction is by shape alone', () => {
    expect(new Set([signs.certain, signs.likely, signs.possible]).size).toBe(3);
  });

  it('tell the ends of a task by shape alone', () => {
    expect(new Set([signs.done, signs.held, signs.failed, signs.waiting, signs.working, signs.question]).size).toBe(6);
  });
});

it('ASCII signs are ASCII', () => {
  expect(Object.values(sets.ascii).join('')).toMatch(/^[ -~]+$/);
});
