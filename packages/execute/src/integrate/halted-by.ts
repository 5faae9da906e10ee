import type { RegenerateEnd, VerifyEnd } from '@breakwater/model';
import type { Halt } from '../halt.js';
import { isTreeFailure } from './tree-failure.js';

/**
 * Where the place is at fault no task is: the run pauses, and what was to be done there is done when it goes on. Undefined for all
 * other ends.
 */
export function haltedBy(end: VerifyEnd | RegenerateEnd, halt: Halt): { readonly end: 'stopped' } | undefined {
  if (end.end !== 'failed' || isTreeFailure(end.failure)) return undefined;
  const why = 'message' in end.failure ? end.failure.message : end.failure.reason;
  halt.because(`nothing can be verified: ${why}`);
  return { end: 'stopped' };
}
