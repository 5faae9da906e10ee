import { relative, resolve, sep } from 'node:path';
import { leadsOut } from './folders-upward.js';

/** A file as a person started in `cwd` would name it: relative to there when it is not far away, with / between folders. */
export function shownPath(path: string, cwd: string, root: string): string {
  const shown = leadsOut(relative(resolve(root), path)) ? path : relative(resolve(cwd), path);
  return shown === '' ? '.' : shown.split(sep).join('/');
}
