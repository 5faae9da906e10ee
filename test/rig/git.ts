import { execFileSync } from 'node:child_process';

/** Identity and isolation for every git the tests start; nothing of the person's own configuration. */
export const GIT_ENVIRONMENT = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'A Tester',
  GIT_AUTHOR_EMAIL: 'tester@example.com',
  GIT_COMMITTER_NAME: 'A Tester',
  GIT_COMMITTER_EMAIL: 'tester@example.com',
} as const;

/** Runs git in a folder and answers what it printed. */
export function git(cwd: string, ...words: readonly string[]): string {
  const env = { PATH: process.env['PATH'], HOME: cwd, ...GIT_ENVIRONMENT };
  return execFileSync('git', words, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trimEnd();
}
