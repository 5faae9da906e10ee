import { quoted } from '../text/quoted.js';
import type { ConfigCheck } from './config-check.js';
import { faultAt } from './fault-at.js';
import { globProblems } from './glob-problems.js';
import { pathProblem } from './path-problem.js';

/** Files to copy into worktrees lie in the repository. */
export const includedFiles: ConfigCheck = ({ written, located }) => {
  const include = written.worktrees?.include ?? [];
  const path = ['worktrees', 'include'];
  const outside = include.flatMap((pattern, at) => {
    const problem = pathProblem(pattern);
    if (problem === undefined) return [];
    const { code, says, hint } = problem;
    return [faultAt(located, [...path, at], { code, message: `${quoted(pattern)} in worktrees.include ${says}`, hint })];
  });
  return [...outside, ...globProblems(include, located, path)];
};
