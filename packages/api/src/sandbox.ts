import { err, type Failure, ok, type Protection, type Result, type SandboxUse } from '@breakwater/model';
import { sandboxProblem } from '@breakwater/session';
import type { World } from './world.js';

/** What will hold the processes of sessions: as it was asked for and as this machine can. */
export async function chooseSandbox(
  use: SandboxUse,
  { environment }: Pick<World, 'environment'>,
): Promise<Result<Protection['sandbox'], Failure>> {
  if (use === 'off') return ok(undefined);
  const why = await sandboxProblem(environment);
  if (why === undefined) return ok({ use: 'bubblewrap' });
  return use === 'auto' ? ok({ use: 'none', why }) : err(sandboxMissing(why));
}

/** A run that began in a sandbox goes on in one or not at all; undefined when it can. */
export async function sandboxGone(
  protection: Protection | undefined,
  { environment }: Pick<World, 'environment'>,
): Promise<Failure | undefined> {
  if (protection?.sandbox?.use !== 'bubblewrap') return undefined;
  const why = await sandboxProblem(environment);
  return why === undefined ? undefined : sandboxMissing(why);
}

function sandboxMissing(why: string): Failure {
  const message = `Sessions are to run in a sandbox, and there is none: ${why}.`;
  const hint = 'Install bubblewrap and see that `bwrap --ro-bind / / true` works; or begin a run with --sandbox auto or off.';
  return { reason: 'environment', code: 'E_SANDBOX_MISSING', message, hint };
}
