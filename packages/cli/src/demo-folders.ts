import { fileURLToPath } from 'node:url';

/** What the demo is made of. Beside `src` and `dist`, so this file has to stay at the top of either. */
export const WORKSPACE = fileURLToPath(new URL('../demo/workspace', import.meta.url));
export const EDITS = fileURLToPath(new URL('../demo/edits', import.meta.url));
