import type { RunEvent } from '@breakwater/model';
import { describeTaskFailure } from '../failure/describe-task-failure.js';
import { duration, secondsBetween } from '../quantities.js';

/** `t`: when it was recorded. */
export function retryText({ failure, notBefore }: Extract<RunEvent, { ev: 'task-retried' }>, t: string): string {
  const seconds = secondsBetween(t, notBefore);
  return `${describeTaskFailure(failure)}; tried again ${seconds < 1 ? 'at once' : `in ${duration(seconds)}`}`;
}
