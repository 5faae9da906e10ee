import { describe, expect, test } from 'vitest';
import { checkTasks, marked } from '../worlds.testing.js';
import { briefText } from './brief-text.js';

describe('a brief that cannot be a prompt', () => {
  test.each([
    ['empty', '«""»', 'is empty', 'Say in one text what the session is asked to do.'],
    ['blank', '«" \\n "»', 'is empty', 'Say in one text what the session is asked to do.'],
    ['with NUL', '«"a\\0b"»', 'holds a NUL character', 'Remove it: no program can be handed one.'],
    ['with half a character', '«"a\\ud83d"»', 'holds half of a surrogate pair', 'Write the whole character.'],
  ])('%s', (_, brief, says, hint) => {
    const { text, places } = marked(`tasks:\n  - { id: a, brief: ${brief} }\n`);
    expect(checkTasks(briefText, text)).toEqual([
      { severity: 'error', code: 'E_PROMPT', message: `the brief of task "a" ${says}`, place: places[0], hint },
    ]);
  });

  test('longer than 200 kB, counted in bytes', () => {
    const file = (length: number) => `tasks:\n  - id: a\n    brief: ${'é'.repeat(length)}\n`;
    expect(checkTasks(briefText, file(100_000))).toEqual([]);
    expect(checkTasks(briefText, file(100_001))).toMatchObject([
      { code: 'E_PROMPT', message: 'the brief of task "a" is longer than 200000 bytes', place: { line: 3, column: 12 } },
    ]);
  });
});

test.each(['"-rf /"', '"/clear"', '\'$(rm -rf .) `x` "quoted"\'', '"\\e[2J"', '"😀"', '"--dangerously-skip"'])(
  '%s is data and accepted',
  (brief) => {
    expect(checkTasks(briefText, `tasks:\n  - { id: a, brief: ${brief} }\n`)).toEqual([]);
  },
);
