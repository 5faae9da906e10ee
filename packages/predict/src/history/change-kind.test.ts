import { expect, it } from 'vitest';
import { changeKindOf } from './change-kind.js';

it.each([
  ['docs(react): useQuery', 'docs'],
  ['fix: typo in the guide', 'docs'],
  ['Update README.md', 'docs'],
  ['test: flaky login', 'test'],
  ['fix(web): e2e of the cart', 'test'],
  ['ci: cache installs', 'ci'],
  ['Run the lint workflow on pull requests', 'ci'],
  ['chore(deps): bump zod', 'deps'],
  ['feat(api): order history', 'feat'],
  ['Feature: order history', 'feat'],
  ['fix(api): rounding', 'fix'],
  ['Bugfix for rounding', 'fix'],
  ['Add order history', 'feat'],
  ['perf: fewer copies', 'refactor'],
  ['Rename the service', 'refactor'],
  ['chore: tidy', 'chore'],
  ['Order history', 'other'],
])('%s is of the kind %s', (line, kind) => {
  expect(changeKindOf(line)).toBe(kind);
});
