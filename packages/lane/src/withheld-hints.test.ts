import type { News, VerifyEnd } from '@breakwater/model';
import { expect, it } from 'vitest';
import { withheldHints } from './withheld-hints.js';

/** The warnings of verifications whose commands said these things before they failed. */
function warningsAfter(tails: readonly string[], withheld: readonly string[]): readonly string[] {
  const heard: News[] = [];
  const hint = withheldHints(withheld);
  const failed = (tail: string): VerifyEnd => ({
    end: 'failed',
    failure: { reason: 'verify', command: 'npm test', exitCode: 1, tail },
  });
  for (const end of [...tails.map(failed), { end: 'passed', seconds: 1 } as const]) {
    expect(hint(end, (news) => heard.push(news))).toBe(end);
  }
  return heard.flatMap((news) => (news.kind === 'warning' ? [news.text] : []));
}

it('names a variable that a failed command speaks of and was not given, and says how to give it; once', () => {
  const tail = 'Error: DATABASE_URL is not set';
  expect(warningsAfter([tail, tail], ['AWS_PROFILE', 'DATABASE_URL'])).toEqual([
    'DATABASE_URL is in your environment but not given to commands; if they need it: environment: [DATABASE_URL]',
  ]);
});

it('names several at once, and one that programs miss without saying so', () => {
  const tails = ['A_HOST and B_HOST', 'git@host: Permission denied (publickey).'];
  expect(warningsAfter(tails, ['A_HOST', 'B_HOST', 'SSH_AUTH_SOCK'])).toEqual([
    expect.stringContaining('environment: [A_HOST, B_HOST]'),
    expect.stringContaining('environment: [SSH_AUTH_SOCK]'),
  ]);
});

it('says nothing of variables that no failed command speaks of', () => {
  expect(warningsAfter(['2 tests failed: MY_DATABASE_URLS'], ['DATABASE_URL', 'constructor'])).toEqual([]);
});
