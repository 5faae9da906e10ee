import { planHere } from '@breakwater/api';
import { Command } from 'commander';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anIo } from './cli-rig.testing.js';
import { FLAGS, type FlagName } from './flags.js';
import { buildProgram } from './program.js';
import { executeFlags, planFlags, runFlags, type Typed } from './typed-flags.js';

const NAMES = Object.keys(FLAGS) as readonly FlagName[];

/** What the parser leaves of a command line with every flag. */
function typed(...words: readonly string[]): Typed {
  const command = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  for (const name of NAMES) command.addOption(FLAGS[name]);
  return command.parse(words, { from: 'user' }).opts<Typed>();
}

describe('the table of flags', () => {
  it('calls each flag what the parser will call it', () => {
    expect(NAMES.map((name) => FLAGS[name].attributeName())).toEqual(NAMES);
  });

  it('has each long and each short form once', () => {
    const forms = NAMES.flatMap((name) => [FLAGS[name].long, FLAGS[name].short]).filter(
      (form) => form !== undefined && form !== null,
    );
    expect(new Set(forms).size).toBe(forms.length);
  });

  it('has no flag that no command takes, and every command takes --json', () => {
    const program = buildProgram({ io: anIo(), world: {} as never, planner: planHere, signal: () => undefined }, () => undefined);
    const taken = program.commands.map((command) => command.options.map((option) => option.attributeName()));
    expect(NAMES.filter((name) => !taken.flat().includes(name))).toEqual([]);
    expect(taken.filter((flags) => !flags.includes('json'))).toEqual([]);
  });
});

describe('the value of', () => {
  it('--concurrency is any whole number from 1 to 64', async () => {
    const anyNumber = fc.integer({ min: 1, max: 64 });
    const holds = fc.asyncProperty(anyNumber, async (n) => {
      expect(typed('--concurrency', `${n}`)).toEqual({ concurrency: n });
    });
    await fc.assert(holds);
    for (const text of ['0', '65', '1.5', '-1', '1e1', '0x1', ' 1', 'x', '', 'NaN', '99999999999999999999'])
      expect(() => typed(`--concurrency=${text}`), text).toThrow();
  });

  it('--budget is any sum of dollars above nothing', () => {
    expect(['10', '2.50', '0.01', '100000'].map((text) => typed('--budget', text).budget)).toEqual([10, 2.5, 0.01, 100_000]);
    for (const text of ['0', '0.00', '-1', '$5', '1e3', '.5', '5.', '1,5', '100001', 'Infinity', ''])
      expect(() => typed(`--budget=${text}`), text).toThrow();
  });

  it('--only is a list of ids, spaces around them left out', () => {
    expect(typed('--only', 'a, b ,c').only).toEqual(['a', 'b', 'c']);
    for (const text of ['', 'a,', ',a', ' ']) expect(() => typed(`--only=${text}`), text).toThrow();
  });

  it.each([
    ['caution', ['fast', 'balanced', 'careful']],
    ['effort', ['low', 'default', 'more', 'high']],
    ['runner', ['claude', 'command']],
  ])('--%s is one of %j', (flag, choices) => {
    expect(choices.map((choice) => typed(`--${flag}`, choice))).toEqual(choices.map((choice) => ({ [flag]: choice })));
    expect(() => typed(`--${flag}`, 'other')).toThrow();
  });
});

describe('a flag that takes a value', () => {
  const valued = NAMES.filter((name) => FLAGS[name].required);

  it('takes no other flag for it, which would be lost without a word', () => {
    for (const name of valued.filter((one) => one !== 'reason'))
      expect(() => typed(`${FLAGS[name].long}`, '--json'), name).toThrow();
    expect(typed('--reason', '--force is not what we want').reason).toBe('--force is not what we want');
  });

  it('is given once, for nobody knows which of two was meant', () => {
    expect(() => typed('--concurrency', '2', '--concurrency', '4')).toThrow(/given twice/);
    expect(() => typed('--caution', 'fast', '--caution', 'careful')).toThrow(/given twice/);
  });
});

describe('flags as the verbs take them', () => {
  const WHERE = [
    '--repo',
    'r',
    '--tasks',
    't',
    '--config',
    'c',
    '--base',
    'b',
    '--only',
    'a,b',
    '--concurrency',
    '2',
    '--caution',
    'fast',
    '--effort',
    'high',
  ];
  const places = { repo: 'r', tasksFile: 't', configFile: 'c', base: 'b' };
  const where = { ...places, only: ['a', 'b'], concurrency: 2, caution: 'fast', effort: 'high' };

  it('of plan: all that was typed', () => {
    const none = { json: false, mermaid: false, verbose: false };
    expect(planFlags(typed(...WHERE, '--json', '-v', '--out', 'o'))).toEqual({
      ...where,
      ...{ json: true, mermaid: false, verbose: true, out: 'o' },
    });
    expect(planFlags(typed('--mermaid'))).toEqual({ ...none, mermaid: true });
    expect(planFlags(typed('--prompt', 'a'))).toEqual({ ...none, prompt: 'a' });
  });

  it('of execute: all that was typed', () => {
    const words = ['--budget', '10', '--runner', 'command', '--dry-run', '--replan', '-y', '--json'];
    expect(executeFlags(typed(...WHERE, ...words), 'plan.json')).toEqual({
      ...where,
      ...{ json: true, yes: true, dryRun: true, replan: true, budgetUsd: 10, runnerKind: 'command', planFile: 'plan.json' },
    });
  });

  it('hold nothing that was not typed, so that the configuration may say it', () => {
    const off = { json: false };
    expect(planFlags(typed())).toEqual({ ...off, mermaid: false, verbose: false });
    expect(executeFlags(typed(), undefined)).toEqual({ ...off, yes: false, dryRun: false, replan: false });
    expect(runFlags(typed(), undefined)).toEqual(off);
    expect(Object.keys(runFlags(typed('--repo', 'r'), undefined)).sort()).toEqual(['json', 'repo']);
    expect(runFlags(typed('--json'), '7f3a')).toEqual({ json: true, run: '7f3a' });
  });
});
