import { expect, it } from 'vitest';
import { wordsOf } from './words-of.js';

it('says options as flags: switches that are on, values behind an equals sign, names in the manner of the command line', () => {
  const options = { tasks: 'my tasks.yaml', concurrency: 2, dryRun: true, json: false, base: undefined };
  expect(wordsOf('execute', options, { isVerbose: false })).toEqual([
    'execute',
    '--tasks=my tasks.yaml',
    '--concurrency=2',
    '--dry-run',
  ]);
});

it('takes lists as the command line takes them, and a value that looks like a flag as a value', () => {
  expect(wordsOf('plan', { only: ['a', 'b'], base: '--exec' }, { isVerbose: false })).toEqual([
    'plan',
    '--only=a,b',
    '--base=--exec',
  ]);
});

it('names the plan file last, whatever it is called', () => {
  expect(wordsOf('execute', { plan: '--yes', yes: true }, { isVerbose: true })).toEqual(['execute', '--yes', '--', '--yes']);
});

it('is verbose when Nx is, for Nx keeps the flag to itself', () => {
  expect(wordsOf('plan', {}, { isVerbose: true })).toEqual(['plan', '--verbose']);
});

it('says nothing for what is off or not there, and a number or a name for what it is', () => {
  const off = { plan: undefined, base: null, json: false, only: undefined };
  expect(wordsOf('execute', off, { isVerbose: true })).toEqual(['execute']);
  expect(wordsOf('execute', { plan: '', budget: 0, repo: '' }, { isVerbose: false })).toEqual([
    'execute',
    '--budget=0',
    '--repo=',
    '--',
    '',
  ]);
});
