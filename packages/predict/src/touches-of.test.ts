import type { Evidence } from '@breakwater/model';
import { repoPath } from '@breakwater/model';
import { aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { aHistory } from './a-past-commit.testing.js';
import type { Finding } from './finding.js';
import { groundOf } from './found-by.testing.js';
import { viewTask } from './outlook.js';
import { touchesOf } from './touches-of.js';

const ground = groundOf({
  paths: ['a.ts', 'b.ts', 'free.lock', 'refund.ts'],
  hubs: [{ files: ['free.*'], policy: 'union' }],
  history: aHistory({ 'fix: refund twice': ['b.ts'] }),
});
const { view } = viewTask(aTask('t', { title: 't', brief: 'refund' }), ground);
const OUTRIGHT: Evidence = { source: 'path', detail: 'brief: its path' };
const found = (path: string, p: number): Finding => ({ path: repoPath(path), p, evidence: OUTRIGHT });
const guessed = (path: string, p: number) => ({ file: ground.files.numberOf(path) ?? -1, p });

describe('what a task will touch', () => {
  it('is what was found and what is guessed, likeliest first, ties by path', () => {
    const touches = touchesOf(
      view,
      [found('new.ts', 0.9), found('a.ts', 0.3)],
      [guessed('refund.ts', 0.3), guessed('b.ts', 0.5)],
    );
    expect(touches).toEqual([
      { path: 'new.ts', p: 0.9, confidence: 'certain', evidence: [OUTRIGHT] },
      { path: 'b.ts', p: 0.5, confidence: 'likely', evidence: [{ source: 'history', detail: 'like: fix: refund twice' }] },
      { path: 'a.ts', p: 0.3, confidence: 'possible', evidence: [OUTRIGHT] },
      { path: 'refund.ts', p: 0.3, confidence: 'possible', evidence: [{ source: 'text', detail: 'words: refund' }] },
    ]);
  });

  it('is as likely as the surer of both says, which counts once, with the reasons of both', () => {
    const both = (said: number, learned: number) => touchesOf(view, [found('refund.ts', said)], [guessed('refund.ts', learned)]);
    const evidence = [OUTRIGHT, { source: 'text', detail: 'words: refund' }];
    expect(both(0.3, 0.5)).toEqual([{ path: 'refund.ts', p: 0.5, confidence: 'likely', evidence }]);
    expect(both(0.5, 0.3)).toEqual([{ path: 'refund.ts', p: 0.5, confidence: 'likely', evidence }]);
  });

  it('is never certain beyond doubt, and told to a ten-thousandth', () => {
    const learned = (p: number) => touchesOf(view, [], [guessed('a.ts', p)]).map((touch) => touch.p);
    expect([0.999_999, 0.123_456, 0.001].map(learned)).toEqual([[0.99], [0.1235], [0.001]]);
  });

  it('leaves out guesses that are next to nothing, unless all are asked for', () => {
    expect(touchesOf(view, [], [guessed('a.ts', 0.0009)])).toEqual([]);
    expect(touchesOf(view, [], [guessed('a.ts', 0.0009)], 0)).toHaveLength(1);
  });

  it('leaves out hubs that are free, found or guessed', () => {
    expect(touchesOf(view, [found('free.lock', 0.9), found('free.new', 0.9)], [guessed('free.lock', 0.9)])).toEqual([]);
  });

  it('cannot be a file that is not there', () => {
    expect(() => touchesOf(view, [], [{ file: 99, p: 0.5 }])).toThrow('Internal error: no file 99');
  });
});
