import { type Failure, type RunState, unreachable } from '@breakwater/model';

/** What the shell learns. 130 and 143 say that a signal ended us. */
export const EXIT = {
  done: 0,
  someFailed: 1,
  badInput: 2,
  refused: 3,
  locked: 4,
  environment: 5,
  damaged: 6,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export function exitCodeOf(failure: Failure): ExitCode {
  switch (failure.reason) {
    case 'bad-input':
    case 'usage':
    case 'no-run':
      return EXIT.badInput;
    case 'repository-refused':
    case 'run-unfinished':
    case 'run-finished':
    case 'unsaved-work':
    case 'plan-changed':
    case 'git-failed':
    case 'not-running':
      return EXIT.refused;
    case 'locked':
      return EXIT.locked;
    case 'environment':
      return EXIT.environment;
    case 'damaged':
    case 'object-damaged':
      return EXIT.damaged;
    default:
      return unreachable(failure);
  }
}

/** Of a run that ended: 0 only when every task is in the chain. */
export function exitCodeOfRun(state: RunState, signal: NodeJS.Signals | undefined): ExitCode {
  if (state.outcome === 'interrupted' && signal !== undefined) return signal === 'SIGTERM' ? EXIT.terminated : EXIT.interrupted;
  return state.tasks.every((task) => task.state.state === 'integrated') ? EXIT.done : EXIT.someFailed;
}

/** Of a command that was asked to stop before there was anything to interrupt. */
export function exitCodeOfStop(signal: NodeJS.Signals | undefined): ExitCode {
  return signal === 'SIGTERM' ? EXIT.terminated : EXIT.interrupted;
}
