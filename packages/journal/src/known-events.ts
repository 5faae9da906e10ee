import type { Recorded, RunEvent } from '@breakwater/model';

/** Every event this version understands; the compiler complains here when one is added to or taken from the model. */
const KNOWN: Readonly<Record<RunEvent['ev'], true>> = {
  'run-started': true,
  'run-resumed': true,
  'wave-started': true,
  'run-replanned': true,
  'task-started': true,
  'task-claimed': true,
  'task-breached': true,
  'task-git-changed': true,
  'task-phase': true,
  'session-started': true,
  'task-committed': true,
  'task-failed': true,
  'task-stopped': true,
  'task-retried': true,
  'task-blocked': true,
  'task-held': true,
  'task-verified': true,
  'task-integrated': true,
  'task-approved': true,
  'batch-verified': true,
  'task-reopened': true,
  'task-undone': true,
  'run-landing': true,
  'run-landed': true,
  'landing-undone': true,
  'batch-failed': true,
  'base-red': true,
  'base-moved': true,
  'run-paused': true,
  'run-interrupted': true,
  'run-finished': true,
  'run-abandoned': true,
  note: true,
};

/** Whether a record has the form and one of the events of this version; what the event carries is vouched for by the checksum. */
export function isKnownRecord(record: unknown): record is Recorded {
  if (!isObject(record) || record['v'] !== 1) return false;
  if (!Number.isSafeInteger(record['seq']) || typeof record['t'] !== 'string' || !isObject(record['event'])) return false;
  const ev = record['event']['ev'];
  return typeof ev === 'string' && Object.hasOwn(KNOWN, ev);
}

/** The time in a record of any version. */
export function timeOf(record: unknown): string | undefined {
  return isObject(record) && typeof record['t'] === 'string' ? record['t'] : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
