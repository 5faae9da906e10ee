import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillPlaceholders, placeholderVariable, placeholderVariables } from './fill-placeholders.js';

test('ids become part of the command', () => {
  const values = { base: 'a1b2', head: 'c3d4', task: 'order-api' };
  expect(fillPlaceholders('nx affected --base={base} --head={head} # {task}', values)).toBe(
    'nx affected --base=a1b2 --head=c3d4 # order-api',
  );
});

test('braces that are no placeholder of ours stay', () => {
  const command = `find . -exec ls {} + ; echo $\{base} {a,b} {unknown} {constructor} \\{base}`;
  expect(fillPlaceholders(command, { base: 'a1' })).toBe(command);
});

describe.skipIf(process.platform === 'win32')('a value that is no id', () => {
  /** What `sh` makes of it: the words after `printf`, one per line. */
  function words(command: string, value: string): readonly string[] {
    const env = { PATH: process.env['PATH'], [placeholderVariable('value')]: value };
    const text = execFileSync('sh', ['-c', fillPlaceholders(command, { value })], { env, encoding: 'utf8' });
    return text.split('\0').slice(0, -1);
  }
  const NASTY = `a b'c"d$(touch /nowhere)\`id\`;{x}\n*`;

  test.each([
    ["printf '%s\\0' {value}", NASTY],
    ["printf '%s\\0' --x={value}", `--x=${NASTY}`],
    ['printf \'%s\\0\' "<{value}>"', `<${NASTY}>`],
    ["printf '%s\\0' '<{value}>'", `<${NASTY}>`],
    ["printf '%s\\0' \"it's {value}\"", `it's ${NASTY}`],
    ["printf '%s\\0' 'a\\'{value}'b\\'", `a\\${NASTY}b\\`],
    ["printf '%s\\0' 'a\\\\'{value}", `a\\\\${NASTY}`],
    ['printf \'%s\\0\' "a\\"{value}"', `a"${NASTY}`],
    ["printf '%s\\0' a\\'{value}", `a'${NASTY}`],
  ])('is one word in %s', (command, word) => {
    expect(words(command, NASTY)).toEqual([word]);
  });

  test('in a list is one word each, whatever it holds, and never an option', () => {
    const env = { PATH: process.env['PATH'] };
    const files = ['src/a.ts', NASTY, '-rf', ''];
    const text = execFileSync('sh', ['-c', fillPlaceholders("printf '%s\\0' {files}", { files })], { env, encoding: 'utf8' });
    expect(text.split('\0').slice(0, -1)).toEqual(['src/a.ts', NASTY, './-rf', '']);
  });

  test('in a list after a backslash at the end of a quote is not read as shell', () => {
    const files = ['$(echo ran)', 'b'];
    const env = { PATH: process.env['PATH'], ...placeholderVariables({ files }) };
    const command = fillPlaceholders("printf '%s\\0' 'a\\' '{files}'", { files });
    expect(execFileSync('sh', ['-c', command], { env, encoding: 'utf8' }).split('\0').slice(0, -1)).toEqual([
      'a\\',
      files.join('\n'),
    ]);
  });

  test('in a list inside quotes is one word, a line each', () => {
    const files = ['a b', "c'd"];
    const env = { PATH: process.env['PATH'], ...placeholderVariables({ files }) };
    const text = execFileSync('sh', ['-c', fillPlaceholders('printf %s "{files}"', { files })], { env, encoding: 'utf8' });
    expect(text).toBe("a b\nc'd");
  });

  test('too long for the environment is left out there', () => {
    expect(placeholderVariables({ files: Array(50_000).fill('abc'), base: 'a1' })).toEqual({ BREAKWATER_BASE: 'a1' });
  });

  test('never becomes shell, whatever it is', async () => {
    await fc.assert(
      fc.property(
        fc.string({ maxLength: 20 }).filter((text) => !text.includes('\0')),
        (value) => {
          expect(words("printf '%s\\0' {value} \"{value}\" '{value}'", value)).toEqual([value, value, value]);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('that begins like an option is not pasted, and an id is', () => {
    expect(fillPlaceholders('x {a} {b}', { a: '--force', b: 'v1.0_x' })).toBe(`x "$\{BREAKWATER_A}" v1.0_x`);
  });
});
