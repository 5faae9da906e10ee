import { setFlagsFromString } from 'node:v8';

/**
 * How hot code has to be before the engine optimises it, by its major version. By default it begins so soon that a program of a second
 * spends a third of its processor time, in the background, on code that is then no longer needed. An engine that does not know a flag
 * complains of it, so others keep their ways.
 */
const LATER: ReadonlyMap<string, string> = new Map([
  ['11', '--interrupt-budget=500000'],
  ['12', '--invocation-count-for-turbofan=12000'],
]);

/** To be called once, at the start of the program. `engine`: the version of V8. */
export function compileLess(engine: string): void {
  const flag = flagFor(engine);
  if (flag !== undefined) setFlagsFromString(flag);
}

export function flagFor(engine: string): string | undefined {
  return LATER.get(engine.split('.')[0] ?? '');
}
