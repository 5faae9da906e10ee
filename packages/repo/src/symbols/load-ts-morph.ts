import { createRequire } from 'node:module';

/** The library itself, as the functions below are handed it. */
export type TsMorph = typeof import('ts-morph');

/**
 * A quarter of a second and 120 MB, so only when a symbol must be resolved. Required and not imported: an import would search the ten
 * megabytes of the compiler for the names it exports.
 */
export function loadTsMorph(): TsMorph {
  return createRequire(import.meta.url)('ts-morph') as TsMorph;
}
