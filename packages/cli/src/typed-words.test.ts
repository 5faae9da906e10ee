import { expect, it } from 'vitest';
import { asTyped, flagsFirst } from './typed-words.js';

const COMMANDS = ['plan', 'execute'];

it.each([
  [['help'], ['--help']],
  [['help', 'help'], ['--help']],
  [
    ['help', 'plan'],
    ['plan', '--help'],
  ],
  [['help', 'plam'], ['plam']],
  [
    ['plan', 'help'],
    ['plan', 'help'],
  ],
])('%j means %j', (typed, meant) => {
  expect(asTyped(typed, COMMANDS)).toEqual(meant);
});

it.each([
  [['--json', 'plan'], 'breakwater plan --json'],
  [['-v', 'plan'], 'breakwater plan -v'],
  [['--base=main', 'execute'], 'breakwater execute --base'],
  [['--out', 'x'], 'breakwater plan --out'],
])('%j is refused: flags follow the command', (typed, right) => {
  expect(flagsFirst(typed, COMMANDS)).toBe(`flags follow the name of the command: ${right}`);
});

it.each([[[]], [['plan', '--json']], [['--help']], [['-V']], [['--jsn', 'plan']]])('%j is left to the parser', (typed) => {
  expect(flagsFirst(typed, COMMANDS)).toBeUndefined();
});
