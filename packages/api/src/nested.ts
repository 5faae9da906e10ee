import type { Failure } from '@breakwater/model';
import { MARKER } from '@breakwater/session';
import type { World } from './world.js';

/** Whether a session of ours started this: sessions that start sessions would know no end. */
export function isNested({ environment }: Pick<World, 'environment'>): boolean {
  return environment[MARKER] !== undefined;
}

/** `what` it may not do: `start another run`. */
export function nested(what: string): Failure {
  const message = `This is a session of a run; it may not ${what}.`;
  return { reason: 'repository-refused', code: 'E_NESTED_RUN', message, hint: 'Do it in your own terminal.' };
}
