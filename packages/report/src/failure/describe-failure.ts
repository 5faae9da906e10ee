import { type Failure, type LockOwner, unreachable } from '@breakwater/model';
import { count, listed } from '../quantities.js';

/** A failure in words. */
export interface Complaint {
  readonly what: string;
  /** Where and why, a line each. */
  readonly why: readonly string[];
  readonly next?: string;
}

/** The one place that words failures. */
export function describeFailure(failure: Exclude<Failure, { reason: 'bad-input' }>): Complaint {
  switch (failure.reason) {
    case 'usage':
      return { what: failure.message, why: [], ...(failure.hint === undefined ? {} : { next: failure.hint }) };
    case 'repository-refused':
    case 'environment':
      return { what: failure.message, why: [failure.code], next: failure.hint };
    case 'damaged':
      return { what: failure.message, why: ['nothing was changed'], next: failure.hint };
    case 'no-run':
      return noRun(failure);
    case 'run-unfinished':
      return { what: `run ${failure.run} is not finished`, why: [], next: `go on with it: breakwater resume ${failure.run}` };
    case 'run-finished':
      return { what: `run ${failure.run} is finished`, why: ['nothing is left to resume'] };
    case 'unsaved-work':
      return unsavedWork(failure);
    case 'plan-changed':
      return planChanged(failure);
    case 'locked':
      return locked(failure.owner);
    case 'not-running':
      return { what: 'no run is going on in this repository', why: [] };
    case 'object-damaged':
      return objectDamaged(failure);
    case 'git-failed':
      return gitFailed(failure);
    default:
      return unreachable(failure);
  }
}

type Because<R extends Failure['reason']> = Extract<Failure, { reason: R }>;

/** The newest come first. */
const RUNS = 10;

function noRun({ run, known, near }: Because<'no-run'>): Complaint {
  const what = run === undefined ? 'there is no run in this repository' : `there is no run ${run}`;
  if (known.length === 0) return { what, why: [], next: 'start one with breakwater execute' };
  const more = known.length > RUNS ? ` and ${known.length - RUNS} older ones` : '';
  const why = [`known: ${known.slice(0, RUNS).join(', ')}${more}`];
  return near === undefined ? { what, why } : { what, why, next: `did you mean ${near}?` };
}

function unsavedWork({ places }: Because<'unsaved-work'>): Complaint {
  return {
    what: `${count(places.length, 'place')} of work ${places.length === 1 ? 'holds' : 'hold'} changes that are neither committed nor ignored`,
    why: places.map(({ place, files }) => `${place}: ${fileList(files)}`),
    next: 'commit them there or throw them away, then try again; nothing was removed',
  };
}

const FILES = 3;

function fileList(files: readonly string[]): string {
  const hidden = files.length - FILES;
  return hidden > 0 ? `${files.slice(0, FILES).join(', ')} and ${hidden} more` : listed(files);
}

function planChanged({ differences }: Because<'plan-changed'>): Complaint {
  return {
    what: 'the plan is not what the tasks and the repository give now',
    why: differences,
    next: 'look at the new plan first: breakwater plan',
  };
}

function locked({ run, pid, host, since }: LockOwner): Complaint {
  return {
    what: 'another breakwater works on this repository',
    why: [`run ${run}, process ${pid} on ${host}, since ${since}`],
    next: 'wait until it ends, or stop it: breakwater stop',
  };
}

/** Most such lines come several times. */
function objectDamaged({ message }: Because<'object-damaged'>): Complaint {
  const next =
    'git fsck names all that are; one that another clone has comes back when its file is deleted and git fetch was run; a run that was going on continues with: breakwater resume';
  return { what: 'git cannot read an object of this repository', why: [...new Set(message.split('\n'))], next };
}

function gitFailed({ command, exitCode, stderr }: Because<'git-failed'>): Complaint {
  const how = exitCode === null ? 'did not come to its end' : `ended with exit code ${exitCode}`;
  const next = 'mend that; a run that was going on continues with: breakwater resume';
  return { what: `git ${how}`, why: [`git ${command.join(' ')}`, stderr], next };
}
