import { isAbsolute, relative, resolve, sep } from 'node:path';

/** A file as a person started in `cwd` would name it: relative to there when it is not far away, with / between folders. */
export function shownPath(path: string, cwd: string, root: string): string {
  const far = relative(resolve(root), path);
  const shown = far.startsWith('..') || isAbsolute(far) ? path : relative(resolve(cwd), path);
  return shown === '' ? '.' : shown.split(sep).join('/');
}
