import type { Diagnostic } from '@breakwater/model';
import { diagnosticOf } from '../text/fault.js';
import type { Spot } from '../text/source.js';

export const MOST_TASKS = 1_000;

export function tooManyTasks(file: string, count: number, at: Spot | undefined): Diagnostic {
  const hint = `At most ${MOST_TASKS} at once: split them, and run one file after the other.`;
  return diagnosticOf({ code: 'E_TASKS_LIMIT', message: `${file} holds ${count} tasks`, at, hint });
}
