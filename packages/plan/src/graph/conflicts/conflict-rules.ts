import type { ConflictRule } from './conflict-rule.js';
import { exclusive } from './exclusive.js';
import { resource } from './resource.js';
import { risk } from './risk.js';
import { serializedHub } from './serialized-hub.js';
import { writeWrite } from './write-write.js';

/** Every cause of conflicts, the weightiest first; a new one is a file and a line here. */
export const conflictRules: readonly ConflictRule[] = [exclusive, writeWrite, serializedHub, resource, risk];
