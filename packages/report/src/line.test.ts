import { describe, expect, it } from 'vitest';
import { dim, type Line, paint, strong } from './line.js';
import { lineWidth } from './view.js';

const view = { columns: 80, colour: true, unicode: true };
const roles: Line = [
  strong('a'),
  dim('b'),
  { text: 'c', role: 'good' },
  { text: 'd', role: 'bad' },
  { text: 'e', role: 'warn' },
  { text: 'f', role: 'work' },
];

describe('a painted line', () => {
  it('uses bold, dim and four colours of the palette, and closes what it opens', () => {
    expect(paint(roles, view)).toBe(
      '\x1b[1ma\x1b[22m\x1b[2mb\x1b[22m\x1b[32mc\x1b[39m\x1b[31md\x1b[39m\x1b[33me\x1b[39m\x1b[36mf\x1b[39m',
    );
  });

  it('is plain text without colour', () => {
    expect(paint(roles, { ...view, colour: false })).toBe('abcdef');
  });

  it('spends nothing on empty pieces', () => {
    expect(paint([strong(''), 'x'], view)).toBe('x');
  });

  it('does not depend on the environment of the process', () => {
    const { NO_COLOR, FORCE_COLOR } = process.env;
    process.env['NO_COLOR'] = '1';
    delete process.env['FORCE_COLOR'];
    const painted = paint([strong('a')], view);
    if (NO_COLOR === undefined) delete process.env['NO_COLOR'];
    else process.env['NO_COLOR'] = NO_COLOR;
    if (FORCE_COLOR !== undefined) process.env['FORCE_COLOR'] = FORCE_COLOR;
    expect(painted).toBe('\x1b[1ma\x1b[22m');
  });
});

describe('the width of a line', () => {
  it.each([
    [80, 79],
    [20, 19],
    [5, 19],
    [0, 19],
    [80.5, 79],
  ])('in a window of %f columns is %i', (columns, width) => {
    expect(lineWidth({ ...view, columns })).toBe(width);
  });
});
