import { type Failure, runId } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { renderFailure } from './render-failure.js';

const view = { columns: 80, colour: false, unicode: true };
const owner = { run: '7f3a', pid: 4711, startTime: '99', bootId: 'b', host: 'desk', since: '2026-11-22T09:12:04Z', nonce: 'n' };

const CASES: Readonly<Record<string, { readonly failure: Failure; readonly text: string }>> = {
  usage: {
    failure: { reason: 'usage', message: 'unknown task "audit"', hint: 'did you mean audit-log?' },
    text: 'error: unknown task "audit"\n  hint: did you mean audit-log?\n',
  },
  'usage without a hint': { failure: { reason: 'usage', message: 'no' }, text: 'error: no\n' },
  'a refused repository': {
    failure: {
      reason: 'repository-refused',
      code: 'E_REPO_UNBORN',
      message: 'the repository has no commit yet',
      hint: 'commit something first',
    },
    text: 'error: the repository has no commit yet\n  E_REPO_UNBORN\n  hint: commit something first\n',
  },
  'no run at all': {
    failure: { reason: 'no-run', known: [] },
    text: 'error: there is no run in this repository\n  hint: start one with breakwater execute\n',
  },
  'no such run': {
    failure: { reason: 'no-run', run: 'beef', known: [runId('7f3a'), runId('80aa')] },
    text: 'error: there is no run beef\n  known: 7f3a, 80aa\n',
  },
  'an unfinished run': {
    failure: { reason: 'run-unfinished', run: runId('7f3a') },
    text: 'error: run 7f3a is not finished\n  hint: go on with it: breakwater resume 7f3a\n',
  },
  'a finished run': {
    failure: { reason: 'run-finished', run: runId('7f3a') },
    text: 'error: run 7f3a is finished\n  nothing is left to resume\n',
  },
  'unsaved work': {
    failure: {
      reason: 'unsaved-work',
      places: [
        { place: '/w/a', files: ['x', 'y'] },
        { place: '/w/b', files: ['1', '2', '3', '4', '5'] },
      ],
    },
    text: `error: 2 places of work hold changes that are neither committed nor ignored
  /w/a: x and y
  /w/b: 1, 2, 3 and 2 more
  hint: commit them there or throw them away, then try again; nothing was
        removed
`,
  },
  'a changed plan': {
    failure: { reason: 'plan-changed', differences: ['task a is new', 'task b is gone'] },
    text: `error: the plan is not what the tasks and the repository give now
  task a is new
  task b is gone
  hint: look at the new plan first: breakwater plan
`,
  },
  'another orchestrator': {
    failure: { reason: 'locked', owner },
    text: `error: another breakwater works on this repository
  run 7f3a, process 4711 on desk, since 2026-11-22T09:12:04Z
  hint: wait until it ends, or stop it: breakwater stop
`,
  },
  'nothing to stop': { failure: { reason: 'not-running' }, text: 'error: no run is going on in this repository\n' },
  'a missing program': {
    failure: { reason: 'environment', code: 'E_GIT_OLD', message: 'git 2.20 is too old', hint: 'install git 2.38 or newer' },
    text: 'error: git 2.20 is too old\n  E_GIT_OLD\n  hint: install git 2.38 or newer\n',
  },
  'git that said no': {
    failure: { reason: 'git-failed', command: ['worktree', 'add'], exitCode: 128, stderr: 'fatal: a\n\nhint: \x1b[31mb\n' },
    text: `error: git ended with exit code 128
  git worktree add
  fatal: a
  hint: \\x1b[31mb
  hint: mend that; a run that was going on continues with: breakwater resume
`,
  },
  'git that was killed': {
    failure: { reason: 'git-failed', command: ['gc'], exitCode: null, stderr: '' },
    text: `error: git did not come to its end
  git gc
  hint: mend that; a run that was going on continues with: breakwater resume
`,
  },
  damage: {
    failure: {
      reason: 'damaged',
      message: 'the journal of run 7f3a cannot be read\nline 3 has a wrong checksum',
      hint: 'look at it',
    },
    text: 'error: the journal of run 7f3a cannot be read\n  line 3 has a wrong checksum\n  nothing was changed\n  hint: look at it\n',
  },
  'bad input': {
    failure: { reason: 'bad-input', diagnostics: [{ severity: 'error', code: 'E_X', message: 'wrong' }] },
    text: 'error: wrong [E_X]\n\n1 error\n',
  },
};

describe('a failure is told with what, why and what next', () => {
  it.each(Object.entries(CASES))('%s', (_, { failure, text }) => {
    expect(renderFailure(failure, view)).toBe(text);
  });
});
