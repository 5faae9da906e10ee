import { verbAt } from './verb.js';

/**
 * Commands that may be given twice: they ask, or write objects, which are named by their content, or leave the same index and the
 * same files each time. Not those that move refs or make commits and worktrees.
 */
const REPEATABLE: ReadonlySet<string> = new Set([
  'add',
  'cat-file',
  'check-ignore',
  'checkout',
  'checkout-index',
  'diff',
  'diff-tree',
  'for-each-ref',
  'hash-object',
  'log',
  'ls-files',
  'ls-tree',
  'merge-base',
  'merge-tree',
  'read-tree',
  'rev-list',
  'rev-parse',
  'status',
  'symbolic-ref',
  'update-index',
  'var',
  'write-tree',
]);

/** Whether a failure of this command says so little that it may simply be given again. */
export function isRepeatable(args: readonly string[]): boolean {
  const at = verbAt(args);
  const command = args[at] ?? '';
  if (command === 'config') return args.some((word) => word.startsWith('--get') || word === '--list');
  if (command === 'worktree') return args[at + 1] === 'list';
  return REPEATABLE.has(command);
}
