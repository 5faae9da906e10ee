import { describe, expect, it } from 'vitest';
import { shellCommands } from './shell-words.js';

describe('a shell command in parts', () => {
  it.each<[string, string, ReturnType<typeof shellCommands>]>([
    ['words are what stands between blanks', 'npm run  test', [{ words: ['npm', 'run', 'test'], outputs: [] }]],
    ['quotes hold a word together and go', `echo 'a b'"c d"e`, [{ words: ['echo', 'a bc de'], outputs: [] }]],
    ['a backslash makes a blank a letter', 'touch my\\ file', [{ words: ['touch', 'my file'], outputs: [] }]],
    ['in double quotes only some letters are escaped', '"a\\"b\\\\c\\d"', [{ words: ['a"b\\c\\d'], outputs: [] }]],
    ['single quotes keep everything', "'$HOME/*.ts'", [{ words: ['$HOME/*.ts'], outputs: [] }]],
    ['a variable is not known', 'rm $X "$Y" `z`', [{ words: ['rm', undefined, undefined, undefined], outputs: [] }]],
    [
      'nor what a pattern matches',
      'rm *.ts a?b [ab] {a,b} ~/x',
      [{ words: ['rm', undefined, undefined, undefined, undefined, undefined], outputs: [] }],
    ],
    ['but a quoted pattern is a name', 'rm "*.ts"', [{ words: ['rm', '*.ts'], outputs: [] }]],
    ['what > names is an output, close by or apart', 'a >x 2> y &>>z', [{ words: ['a'], outputs: ['x', 'y', 'z'] }]],
    ['an output can be unknown', 'a > $OUT', [{ words: ['a'], outputs: [undefined] }]],
    ['joined streams and what < names are no outputs', 'a 2>&1 < in', [{ words: ['a', 'in'], outputs: [] }]],
    [
      'several commands are several',
      'a 1; b 2 && c | d',
      [
        { words: ['a', '1'], outputs: [] },
        { words: ['b', '2'], outputs: [] },
        { words: ['c'], outputs: [] },
        { words: ['d'], outputs: [] },
      ],
    ],
    [
      'what is fed to a command is none',
      'a <<END\nrm b\nEND\nc',
      [
        { words: ['a', 'END'], outputs: [] },
        { words: ['c'], outputs: [] },
      ],
    ],
    ['also when it never ends', 'a <<END\nrm b', [{ words: ['a', 'END'], outputs: [] }]],
  ])('%s', (_, command, parts) => {
    expect(shellCommands(command)).toEqual(parts);
  });
});
