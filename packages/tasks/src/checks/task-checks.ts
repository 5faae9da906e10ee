import { briefText } from './brief-text.js';
import { dependencyCycle } from './dependency-cycle.js';
import { duplicateId } from './duplicate-id.js';
import { globFields } from './glob-fields.js';
import { pathFields } from './path-fields.js';
import { resourceAmounts } from './resource-amounts.js';
import { selectedTasks } from './selected-tasks.js';
import type { TaskCheck } from './task-list.js';
import { unknownDependency } from './unknown-dependency.js';
import { unknownIndependent } from './unknown-independent.js';
import { verifyCommands } from './verify-commands.js';

/** Every rule about tasks beyond their form. A new rule is a file and a line here. */
export const taskChecks: readonly TaskCheck[] = [
  duplicateId,
  unknownDependency,
  unknownIndependent,
  dependencyCycle,
  briefText,
  pathFields,
  globFields,
  verifyCommands,
  resourceAmounts,
  selectedTasks,
];
