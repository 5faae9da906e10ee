import type { Planner, World } from '@breakwater/api';
import type { Diagnostic, Failure } from '@breakwater/model';
import { renderDiagnostics, renderFailure, renderJson } from '@breakwater/report';
import { type ExitCode, exitCodeOf } from './exit-code.js';
import type { Io } from './io.js';

/** What every command works with. */
export interface Context {
  readonly io: Io;
  readonly world: World;
  /** Makes the plan that is then run. */
  readonly planner: Planner;
  /** The signal that asked us to stop, if any. */
  readonly signal: () => NodeJS.Signals | undefined;
}

/** Says why it did not work, where every command says it; with --json the failure is the one document on stdout. */
export function fail(failure: Failure, { io }: Context, json = false): ExitCode {
  if (json) io.out(renderJson({ failure }));
  io.err(renderFailure(failure, io.errView));
  return exitCodeOf(failure);
}

/** Warnings are narration; none, no word. */
export function warn(warnings: readonly Diagnostic[], io: Io): void {
  if (warnings.length > 0) io.err(renderDiagnostics(warnings, io.errView));
}
