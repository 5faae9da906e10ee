import { describe, expect, it } from 'vitest';
import { backtestFlags, doctorFlags, executeFlags, planFlags, runFlags, type Typed } from './typed-flags.js';

/** Everything that can be typed, whatever the command. */
const ALL: Required<Typed> = {
  repo: '/shop',
  tasks: 'tasks.yaml',
  config: 'config.yaml',
  base: 'main',
  only: ['a'],
  concurrency: 2,
  caution: 'careful',
  schedule: 'stream',
  effort: 'high',
  scout: true,
  json: true,
  mermaid: true,
  verbose: true,
  html: 'plan.html',
  out: 'plan.json',
  prompt: 'a',
  runner: 'claude',
  fence: 'closed',
  sandbox: 'required',
  isolation: 'clone',
  budget: 5,
  commits: 100,
  write: true,
  onFailure: 'kill',
  repair: true,
  yes: true,
  dryRun: true,
  replan: true,
  live: true,
  landing: true,
  review: 'wave',
  reason: 'why',
};

/** What every command that plans takes from there. */
const PLANNING = {
  repo: '/shop',
  base: 'main',
  only: ['a'],
  concurrency: 2,
  caution: 'careful',
  schedule: 'stream',
  effort: 'high',
  scout: 'ask',
  tasksFile: 'tasks.yaml',
  configFile: 'config.yaml',
};

describe('of what was typed a command takes what concerns it, under the names of the api', () => {
  it.each([
    [
      'plan',
      planFlags(ALL),
      { ...PLANNING, json: true, mermaid: true, verbose: true, html: 'plan.html', out: 'plan.json', prompt: 'a' },
    ],
    [
      'execute',
      executeFlags(ALL, 'plan.json'),
      {
        ...PLANNING,
        json: true,
        yes: true,
        dryRun: true,
        replan: true,
        planFile: 'plan.json',
        fence: 'closed',
        sandbox: 'required',
        isolation: 'clone',
        budgetUsd: 5,
        onFailure: 'kill',
        review: 'wave',
        runnerKind: 'claude',
      },
    ],
    [
      'backtest',
      backtestFlags(ALL),
      { repo: '/shop', base: 'main', concurrency: 2, commits: 100, configFile: 'config.yaml', json: true, write: true },
    ],
    ['doctor', doctorFlags(ALL), { json: true, repair: true, repo: '/shop' }],
    ['a command about a run', runFlags(ALL, '7f3a'), { json: true, repo: '/shop', run: '7f3a' }],
  ])('%s', (_, flags, expected) => {
    expect(flags).toEqual(expected);
  });
});

describe('what was not typed is not there at all, so that what is configured holds; switches are off', () => {
  it.each([
    ['plan', planFlags({}), { json: false, mermaid: false, verbose: false }],
    ['execute', executeFlags({}, undefined), { json: false, yes: false, dryRun: false, replan: false }],
    ['backtest', backtestFlags({}), { json: false, write: false }],
    ['doctor', doctorFlags({}), { json: false, repair: false }],
    ['a command about a run', runFlags({}, undefined), { json: false }],
  ])('%s', (_, flags, expected) => {
    expect(flags).toStrictEqual(expected);
  });
});

it('asks no scout when it was told not to', () => {
  expect(planFlags({ scout: false })).not.toHaveProperty('scout');
});
