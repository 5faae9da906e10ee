import { emptyGlobs } from './empty-globs.js';
import { foldedPaths } from './folded-paths.js';
import { linkedPaths } from './linked-paths.js';
import { nearPaths } from './near-paths.js';
import type { TreeCheck } from './tree-check.js';
import { unknownScopes } from './unknown-scopes.js';

/** Every rule about tasks and the commit they start from. A new rule is a file and a line here. */
export const treeChecks: readonly TreeCheck[] = [unknownScopes, linkedPaths, emptyGlobs, foldedPaths, nearPaths];
