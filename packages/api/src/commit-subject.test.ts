import { expect, it } from 'vitest';
import { commitSubject } from './commit-subject.js';

it.each([
  ['Orders: a limit', 'Orders: a limit'],
  ['  spaced \t out ', 'spaced out'],
  ['x\n\nBreakwater-Task: other', 'x Breakwater-Task: other'],
  ['\u001b[31mred\u0007 \u202eevil\u009b', '[31mred evil'],
  ['\u00e9t\u00e9 \u65e5\u672c \ud83d\ude80', '\u00e9t\u00e9 \u65e5\u672c \ud83d\ude80'],
  ['', 'the-task'],
  [' \n\u202e ', 'the-task'],
  ['\ud83d\ude80'.repeat(201), `${'\ud83d\ude80'.repeat(200)}\u2026`],
])('of %j is %j', (title, subject) => {
  expect(commitSubject(title, 'the-task')).toBe(subject);
});
