import type { Diagnostic } from '@breakwater/model';
import type { z } from 'zod';
import { type Located, plainOf } from '../parse/located.js';
import { describeIssue, type Subject } from './describe-issue.js';

export interface Shaped<T> {
  /** Undefined when there are faults. */
  readonly value: T | undefined;
  readonly faults: readonly Diagnostic[];
}

/** Whether a value has the form of a schema; all its faults, each with its place. */
export function checkShape<T>(schema: z.ZodType<T>, located: Located, of = ''): Shaped<T> {
  const parsed = schema.safeParse(plainOf(located));
  if (parsed.success) return { value: parsed.data, faults: [] };
  const subject: Subject = { schema, located, of };
  return { value: undefined, faults: parsed.error.issues.flatMap((issue) => describeIssue(issue, subject)) };
}
