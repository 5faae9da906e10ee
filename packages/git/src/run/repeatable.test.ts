import { expect, it } from 'vitest';
import { isRepeatable } from './repeatable.js';

it.each([
  [['cat-file', 'blob', 'x'], true],
  [['-c', 'user.useConfigOnly=true', 'var', 'GIT_AUTHOR_IDENT'], true],
  [['-c', 'core.sparseCheckout=false', 'checkout', '--force', '--detach', 'x', '--'], true],
  [['worktree', 'list', '--porcelain'], true],
  [['worktree', 'add', '--', 'x'], false],
  [['config', '--null', '--get-regexp', 'x'], true],
  [['config', '--list', '--show-origin', '--null'], true],
  [['config', 'user.name', 'x'], false],
  [['commit', '--file=-'], false],
  [['update-ref', '--stdin'], false],
  [['commit-tree', 'x'], false],
  [[], false],
])('whether it may be given twice: %j: %j', (args, answer) => {
  expect(isRepeatable(args)).toBe(answer);
});
