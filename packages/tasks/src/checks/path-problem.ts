/** Why a path or glob cannot be meant. */
export interface PathProblem {
  readonly code: string;
  readonly says: string;
  readonly hint: string;
}

/** What is wrong with a path or glob before any pattern is looked at; a leading `!` is not part of it. */
export function pathProblem(written: string): PathProblem | undefined {
  const path = written.replace(/^!/, '');
  return PROBLEMS.find(({ test }) => test.test(path));
}

const INSIDE = 'Write it relative to the top folder of the repository, for example: apps/api/src/**';
const outside = (says: string, test: RegExp, hint = INSIDE): PathProblem & { readonly test: RegExp } => ({
  code: 'E_PATH_OUTSIDE',
  says,
  test,
  hint,
});

const PROBLEMS: readonly (PathProblem & { readonly test: RegExp })[] = [
  { code: 'E_GLOB_SYNTAX', says: 'is empty', test: /^\s*$/, hint: 'Write a path or glob, or remove it.' },
  outside('holds a NUL character', /\0/),
  outside('begins with a drive letter', /^[A-Za-z]:([\\/]|$)/),
  outside('is absolute', /^(\/|\\\\)/),
  outside('begins in a home folder', /^~([^/]*\/|$)/),
  /** A backslash before a special character of globs takes away its meaning. */
  outside(
    'holds a backslash',
    /\\(?![*?[\]{}!,\\])/,
    'Write / between folders; a backslash only takes away the meaning of a special character after it.',
  ),
  outside('leads out of its folder with ".."', /(^|[/{,])\.\.([/},]|$)/),
  {
    code: 'E_PATH_CONTROL',
    says: 'names the folder of git itself',
    test: /(^|[/{,])\.git([/},]|$)/i,
    hint: 'Sessions may not write there; what is in it belongs to git and to Breakwater.',
  },
];
