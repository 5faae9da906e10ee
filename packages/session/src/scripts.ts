import { fileURLToPath } from 'node:url';

/**
 * Programs of their own, in plain JavaScript and shipped as they are. They lie in `src` wherever this runs from: the sources, the
 * compiled modules, or the one file these are joined in. So this file has to stay at the top.
 */
export const END_ORPHANS = fileURLToPath(new URL('../src/process/end-orphans.mjs', import.meta.url));
export const REHEARSE = fileURLToPath(new URL('../src/command/rehearse.mjs', import.meta.url));
