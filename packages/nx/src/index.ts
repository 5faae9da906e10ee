export { createNodes, createNodesV2 } from './infer-targets.js';
export type * from './nx-types.js';

/** How Nx calls this plugin in its messages. */
export const name = '@breakwater/nx';
