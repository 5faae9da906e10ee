import { describe, expect, it } from 'vitest';
import { commandLines, nextLines } from './next-lines.js';

const wide = { columns: 80, colour: false, unicode: true };
const narrow = { ...wide, columns: 30 };
const next = [
  { label: 'run it', command: 'breakwater execute' },
  { label: 'why apart', command: 'breakwater explain audit-log order-api' },
];

describe('what to do next', () => {
  it('stands in columns', () => {
    expect(nextLines(next, wide)).toEqual([
      'run it       breakwater execute',
      'why apart    breakwater explain audit-log order-api',
    ]);
  });

  it('breaks a command between words only, and so that it can still be pasted', () => {
    const quoted = { label: 'all files', command: "breakwater plan --verbose --tasks 'my own tasks.yaml'" };
    expect(nextLines([...next, quoted], narrow)).toEqual([
      'run it',
      '  breakwater execute',
      'why apart',
      '  breakwater explain \\',
      '  audit-log order-api',
      'all files',
      '  breakwater plan --verbose \\',
      '  --tasks \\',
      "  'my own tasks.yaml'",
    ]);
  });

  it('breaks a word that is wider than the window, for nothing else is left', () => {
    const long = { label: 'run it', command: `breakwater execute ${'x'.repeat(30)}.json` };
    expect(nextLines([long], narrow)).toEqual(['run it', `  breakwater execute ${'x'.repeat(8)}`, `  ${'x'.repeat(22)}.json`]);
  });

  it('may begin with the command', () => {
    expect(commandLines(next, wide)).toEqual([
      '  breakwater execute                      run it',
      '  breakwater explain audit-log order-api  why apart',
    ]);
  });

  it('puts the purpose below a command that is long', () => {
    expect(commandLines(next, { ...wide, columns: 60 })).toEqual([
      '  breakwater execute  run it',
      '  breakwater explain audit-log order-api',
      '    why apart',
    ]);
  });

  it('name the program as the reader calls it, and leave other commands alone', () => {
    const view = { ...wide, program: 'npx breakwater' };
    const two = [
      { label: 'run it', command: 'breakwater execute' },
      { label: 'look', command: 'git log breakwater/7f3a' },
    ];
    expect(nextLines(two, view)).toEqual(['run it    npx breakwater execute', 'look      git log breakwater/7f3a']);
    expect(commandLines(two, view)).toEqual(['  npx breakwater execute   run it', '  git log breakwater/7f3a  look']);
  });

  it('is nothing when nothing follows', () => {
    expect([nextLines([], wide), commandLines([], wide)]).toEqual([[], []]);
  });
});
