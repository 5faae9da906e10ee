import type { Diagnostic } from '@breakwater/model';
import type * as z from 'zod/mini';
import { type Located, type Plain, plainOf } from '../parse/located.js';
import { describeIssue, type Subject } from './describe-issue.js';

export interface Shaped<T> {
  /** Undefined when there are faults. */
  readonly value: T | undefined;
  /** The fields that are right, so that one wrong field does not hide what is wrong with the others. */
  readonly fields: Partial<T>;
  readonly faults: readonly Diagnostic[];
}

/** Whether a value has the form of a schema; all its faults, each with its place. `of` as in ` of task "a"`. */
export function checkShape<S extends z.ZodMiniObject>(schema: S, located: Located, of = ''): Shaped<z.infer<S>> {
  const plain = plainOf(located);
  const parsed = schema.safeParse(plain);
  if (parsed.success) return { value: parsed.data, fields: parsed.data, faults: [] };
  const subject: Subject = { schema, located, of };
  return {
    value: undefined,
    fields: rightFields(schema, plain),
    faults: parsed.error.issues.flatMap((issue) => describeIssue(issue, subject)),
  };
}

function rightFields<S extends z.ZodMiniObject>(schema: S, plain: Plain): Partial<z.infer<S>> {
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain)) return {};
  const right = Object.entries(schema.shape).flatMap(([key, field]) => {
    const value = Object.hasOwn(plain, key) ? (plain as { readonly [key: string]: Plain })[key] : undefined;
    return value !== undefined && (field as z.ZodMiniType).safeParse(value).success ? [[key, value]] : [];
  });
  return Object.fromEntries(right) as Partial<z.infer<S>>;
}
