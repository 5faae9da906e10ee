import { describe, expect, it } from 'vitest';
import { oneOrMoreTextsOf, recordOf, textOf, textsOf } from './json-shape.js';

describe('the shape of a manifest', () => {
  it.each([null, [], 'x', 1, undefined])('is an empty record for %j', (value) => {
    expect(recordOf(value)).toEqual({});
  });

  it('takes texts and leaves everything else out', () => {
    expect(textsOf(['a', 1, ' b ', '', null, ['c']])).toEqual(['a', 'b']);
    expect(textsOf('a')).toEqual([]);
    expect(textOf('  ')).toBeUndefined();
    expect(textOf({})).toBeUndefined();
  });

  it('takes one text for a list of one', () => {
    expect(oneOrMoreTextsOf('a')).toEqual(['a']);
    expect(oneOrMoreTextsOf(['a', 'b'])).toEqual(['a', 'b']);
    expect(oneOrMoreTextsOf(7)).toEqual([]);
  });
});
