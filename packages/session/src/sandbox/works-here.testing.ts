import { sandboxProblem } from './sandbox-problem.js';

const problem = await sandboxProblem(process.env);
if (problem !== undefined) process.stderr.write(`The tests of sessions in a sandbox are skipped: ${problem}.\n`);

/** Whether a sandbox can be tried on this machine; says so where it cannot. */
export const sandboxWorksHere = problem === undefined;
