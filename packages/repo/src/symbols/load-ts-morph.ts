/** The library itself, as the functions below are handed it. */
export type TsMorph = typeof import('ts-morph');

/** A quarter of a second and 120 MB, so only when a symbol must be resolved. */
export async function loadTsMorph(): Promise<TsMorph> {
  return import('ts-morph');
}
