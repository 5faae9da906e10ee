export { executeRun } from './execute-run.js';
export { settleByHubs } from './integrate/hub-policies.js';
export type * from './ports.js';
export { composePrompt, PROMPT_VERSION } from './prompt.js';
export type { RunInput } from './run-input.js';
