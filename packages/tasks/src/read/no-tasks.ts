import type { Diagnostic } from '@breakwater/model';
import { diagnosticOf } from '../text/fault.js';
import type { Spot } from '../text/source.js';

/** Nothing to do, with what could be done about it. */
export function noTasks(file: string, at?: Spot): Diagnostic {
  const hint = 'Write what is to be done, one entry per task.';
  return diagnosticOf({ code: 'E_TASKS_EMPTY', message: `there are no tasks in ${file}`, at, related: EXAMPLE, hint });
}

const EXAMPLE = [
  'for example:',
  'tasks:',
  '  - id: order-api',
  '    brief: Add an endpoint that returns the orders of a customer.',
].map((message) => ({ message }));
