/** Ends a switch over a union; the compiler complains here when a variant is added and not handled. */
export function unreachable(value: never): never {
  throw new Error(`Internal error: unhandled variant ${JSON.stringify(value)}`);
}
