import type { Failure } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../columns-of.js';
import { describeFailure } from './describe-failure.js';
import { renderFailure } from './render-failure.js';

type Told = Parameters<typeof describeFailure>[0];

const owner = { run: '7f3a', pid: 1, startTime: '', bootId: '', host: 'desk', since: '2026-11-22T09:12:04Z', nonce: '' };

/** One of each reason, with the longest words a repository may bring along. */
const EACH: { readonly [R in Told['reason']]: Extract<Told, { reason: R }> } = {
  usage: { reason: 'usage', message: 'unknown flag --注文履歴' },
  'repository-refused': {
    reason: 'repository-refused',
    code: 'E_REPO_NONE',
    message: 'no repository',
    hint: 'make one: git init',
  },
  environment: { reason: 'environment', code: 'E_GIT_OLD', message: 'git is too old', hint: 'install a newer one' },
  damaged: { reason: 'damaged', message: 'the journal is damaged', hint: 'see the log' },
  'object-damaged': { reason: 'object-damaged', message: `fatal: loose object ${'7f3a'.repeat(10)} (stored in /w) is corrupt` },
  'no-run': { reason: 'no-run', known: [] },
  'run-unfinished': { reason: 'run-unfinished', run: '7f3a' as Extract<Told, { reason: 'run-unfinished' }>['run'] },
  'run-finished': { reason: 'run-finished', run: '7f3a' as Extract<Told, { reason: 'run-finished' }>['run'] },
  'unsaved-work': { reason: 'unsaved-work', places: [{ place: `/w/${'注文'.repeat(30)}`, files: ['a.ts'] }] },
  'plan-changed': { reason: 'plan-changed', differences: ['wave 1 has another task', 'wave 2 is gone'] },
  locked: { reason: 'locked', owner },
  'not-running': { reason: 'not-running' },
  'git-failed': {
    reason: 'git-failed',
    command: ['merge', `feature/${'x'.repeat(100)}`],
    exitCode: 128,
    stderr: 'fatal: no\n\nhint: yes',
  },
};

function unsaved(...files: readonly (readonly string[])[]): string {
  const places = files.map((list, n) => ({ place: `/w/${n}`, files: list }));
  const { what, why } = describeFailure({ reason: 'unsaved-work', places });
  return [what.replace(/ changes that are .*/, ''), ...why].join('; ');
}

describe('unsaved work', () => {
  it.each([
    ['one place of one file', [['a']], '1 place of work holds; /w/0: a'],
    ['three files, which are all named', [['a', 'b', 'c']], '1 place of work holds; /w/0: a, b and c'],
    ['four files, of which three are named', [['a', 'b', 'c', 'd']], '1 place of work holds; /w/0: a, b, c and 1 more'],
    ['several places', [['a'], ['b', 'c']], '2 places of work hold; /w/0: a; /w/1: b and c'],
  ])('is told of %s', (_, files, text) => {
    expect(unsaved(...files)).toBe(text);
  });
});

describe('what git said', () => {
  it('of a damaged object stands there once, however often it said it', () => {
    const message = 'error: object file x is empty\nerror: object file x is empty\nfatal: loose object x is corrupt';
    const { why } = describeFailure({ reason: 'object-damaged', message });
    expect(why).toEqual(['error: object file x is empty', 'fatal: loose object x is corrupt']);
  });

  const failed = (exitCode: number | null) => describeFailure({ ...EACH['git-failed'], exitCode });

  it('stands below the command, and zero is an exit code like any other', () => {
    expect([failed(0).what, failed(null).what]).toEqual(['git ended with exit code 0', 'git did not come to its end']);
    expect(failed(1).why).toEqual([`git merge feature/${'x'.repeat(100)}`, 'fatal: no\n\nhint: yes']);
  });

  it('is shown line by line, without empty ones', () => {
    const command = ['status'];
    const text = renderFailure({ ...EACH['git-failed'], command, stderr: '\r\nfatal: no\r\n \nhint: yes\n' }, view(80));
    expect(text.split('\n').slice(0, 4)).toEqual([
      'error: git ended with exit code 128',
      '  git status',
      '  fatal: no',
      '  hint: yes',
    ]);
  });
});

describe('a run that is not there', () => {
  it('is told by its name, and those that are there instead of a beginning', () => {
    const known = ['7f3a', '80aa'].map((run) => run as (typeof EACH)['run-finished']['run']);
    expect([describeFailure({ reason: 'no-run', known }), describeFailure({ reason: 'no-run', run: '', known: [] })]).toEqual([
      { what: 'there is no run in this repository', why: ['known: 7f3a, 80aa'] },
      { what: 'there is no run ', why: [], next: 'start one with breakwater execute' },
    ]);
  });

  it('of many names the newest, and the one that was most likely meant', () => {
    const known = Array.from({ length: 12 }, (_, n) => `7f${10 + n}` as (typeof EACH)['run-finished']['run']);
    expect(describeFailure({ reason: 'no-run', run: '7f1', known, near: '7f10' })).toEqual({
      what: 'there is no run 7f1',
      why: ['known: 7f10, 7f11, 7f12, 7f13, 7f14, 7f15, 7f16, 7f17, 7f18, 7f19 and 2 older ones'],
      next: 'did you mean 7f10?',
    });
  });
});

function view(columns: number, unicode = true) {
  return { columns, colour: false, unicode };
}

const WIDTHS = Array.from({ length: 24 }, (_, n) => n + 18);

describe.each(Object.values(EACH).map((failure) => [failure.reason, failure] as const))('%s', (_, failure: Failure) => {
  it('keeps all its words in a narrow window, and nothing hangs over', () => {
    const whole = renderFailure(failure, view(10_000)).replace(/\s/g, '');
    for (const columns of WIDTHS) {
      const text = renderFailure(failure, view(columns));
      for (const line of text.split('\n')) expect(columnsOf(line)).toBeLessThan(Math.max(20, columns));
      expect(text.replace(/\s/g, '')).toBe(whole);
      expect(text).not.toMatch(/[ \t]\n|\n\n$/);
    }
  });

  it('begins with what is wrong, and leaves nothing but ASCII where no more can be shown', () => {
    const text = renderFailure(failure, view(24, false));
    expect(text).toMatch(/^error: [\n -~]*\n$/);
    expect(text.replace(/\s/g, '')).toBe(renderFailure(failure, view(10_000, false)).replace(/\s/g, ''));
  });
});
