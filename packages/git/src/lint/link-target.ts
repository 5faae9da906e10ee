import { posix } from 'node:path';
import { hasGitName } from './git-name.js';

/** Whether a link at a path leads out of the repository or into git's folder. Only the words are looked at, no disk. */
export function escapes(path: string, target: string): boolean {
  if (posix.isAbsolute(target) || /^[A-Za-z]:|^\\|\0/.test(target)) return true;
  const end = posix.normalize(posix.join(posix.dirname(path), target.replaceAll('\\', '/')));
  return end === '..' || end.startsWith('../') || hasGitName(end);
}
