import type { ConfigCheck } from './config-check.js';
import { configCommands } from './config-commands.js';
import { hubRules } from './hub-rules.js';
import { includedFiles } from './included-files.js';
import { portNames } from './port-names.js';
import { portRanges } from './port-ranges.js';
import { secretNames } from './secret-names.js';
import { sessionCommand } from './session-command.js';
import { unsafeMode } from './unsafe-mode.js';

/** Every rule about the configuration beyond its form. A new rule is a file and a line here. */
export const configChecks: readonly ConfigCheck[] = [
  configCommands,
  sessionCommand,
  hubRules,
  portRanges,
  portNames,
  includedFiles,
  unsafeMode,
  secretNames,
];
