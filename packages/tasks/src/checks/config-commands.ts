import type { ConfigCheck } from './config-check.js';
import { emptyCommands } from './empty-command.js';

/** Verify and prepare commands that say nothing. */
export const configCommands: ConfigCheck = ({ written, located }) => [
  ...emptyCommands(written.verify ?? [], { located, path: ['verify'], of: '', code: 'E_VERIFY_EMPTY' }),
  ...emptyCommands(written.prepare ?? [], { located, path: ['prepare'], of: '', code: 'E_PREPARE_EMPTY' }),
];
