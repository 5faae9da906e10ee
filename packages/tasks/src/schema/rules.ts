/** What a field must be: the code of the fault when it is not, and what is allowed and what to do. */
export interface Rule {
  /** Undefined: E_TASKS_TYPE or E_CONFIG_TYPE. */
  readonly code?: string;
  readonly allowed: string;
}

/**
 * Every rule of the schemas, by the name the schemas carry in place of a message: the wording of wrong fields is here and
 * nowhere else.
 */
export const RULES = {
  file: { allowed: 'The file is a map that begins with   tasks:   and lists the tasks below it.' },
  version: { code: 'E_CONFIG_VERSION', allowed: 'Write   version: 1   or leave it out.' },
  text: { allowed: 'Write one text.' },
  path: { allowed: 'Write one path, relative to this file.' },
  defaults: { allowed: 'Write a map with verify, budget or model.' },
  tasks: { allowed: 'Write a list of tasks, each beginning with   - id:' },
  task: { allowed: 'A task is a map with at least id and brief.' },
  id: {
    code: 'E_TASK_ID',
    allowed:
      'An id has 1 to 64 lower-case letters, digits, dots, dashes and underscores and begins with a letter or digit, for example: order-api',
  },
  'id-reserved': {
    code: 'E_TASK_ID',
    allowed: 'This name is taken, or git or an operating system refuses it as a part of a branch or folder. Choose another.',
  },
  brief: { code: 'E_PROMPT', allowed: 'Say in one text what the session is asked to do.' },
  scope: { allowed: 'Write a list of project names, project tags or folders, for example: [api]' },
  globs: { allowed: 'Write a list of paths or globs, for example: ["apps/api/src/**"]' },
  independentOf: { allowed: 'Write a list of task ids, for example: [order-api]' },
  dependsOn: { allowed: 'Write a list of task ids, for example: [order-api]' },
  resources: { allowed: 'Write a list of names, for example: ["db:orders", { name: gpu, amount: 1 }]' },
  resource: { allowed: 'Write a name, or a map like   { name: gpu, amount: 1 }' },
  'resource-name': { allowed: 'Write the name of the resource, for example: db:orders' },
  amount: { code: 'E_VALUE_RANGE', allowed: 'Write a whole number from 1 to 1000.' },
  flag: { allowed: 'Write true or false.' },
  priority: { code: 'E_VALUE_RANGE', allowed: 'Write a whole number from -1000 to 1000; higher goes first.' },
  commands: { allowed: 'Write a list of commands, for example: ["npm test"]' },
  command: { allowed: 'Write one command as a text.' },
  budget: { allowed: 'Write a map like   { usd: 2, minutes: 30, turns: 60, stall: 10 }' },
  usd: { code: 'E_VALUE_RANGE', allowed: 'Write dollars as a number above 0 and at most 10000, for example: 2.5' },
  minutes: { code: 'E_VALUE_RANGE', allowed: 'Write minutes as a number above 0 and at most 10080 (one week), for example: 10' },
  turns: { code: 'E_VALUE_RANGE', allowed: 'Write a whole number from 1 to 10000.' },
  config: { allowed: 'The configuration is a map, for example:   concurrency: 3' },
  concurrency: { code: 'E_VALUE_RANGE', allowed: 'Write a whole number from 1 to 64.' },
  caution: { code: 'E_VALUE_RANGE', allowed: 'Write fast, balanced or careful.' },
  threshold: { code: 'E_VALUE_RANGE', allowed: 'Write a probability above 0 and at most 1, for example: 0.5' },
  effort: { code: 'E_VALUE_RANGE', allowed: 'Write low, default, more or high.' },
  schedule: { code: 'E_VALUE_RANGE', allowed: 'Write waves or stream.' },
  review: {
    code: 'E_VALUE_RANGE',
    allowed: 'Write none, wave or task, or a map like   { mode: wave, minutesPerTask: 10, reviewers: 1 }',
  },
  retry: { allowed: 'Write a map like   { times: 3, seconds: 30 }' },
  retries: { code: 'E_VALUE_RANGE', allowed: 'Write a whole number from 0 to 100.' },
  seconds: { code: 'E_VALUE_RANGE', allowed: 'Write seconds as a number above 0 and at most 86400 (one day).' },
  reviewers: { code: 'E_VALUE_RANGE', allowed: 'Write a whole number from 1 to 64.' },
  runner: { code: 'E_SESSION_COMMAND', allowed: 'Write   { kind: claude }   or   { kind: command, command: [node, agent.mjs] }' },
  'runner-command': {
    code: 'E_SESSION_COMMAND',
    allowed: 'Write the program and its arguments as a list, for example: [node, agent.mjs]. It is started without a shell.',
  },
  edits: { allowed: 'Write the folder of the prepared edits.' },
  worktrees: { allowed: 'Write a map like   { directory: "../{repo}.breakwater" }' },
  include: { allowed: 'Write a list of globs of files that git ignores and sessions need, for example: [".env*"]' },
  hubs: { allowed: 'Write a list like   - { files: ["CHANGELOG.md"], policy: union }' },
  policy: { code: 'E_VALUE_RANGE', allowed: 'Write serialize, regenerate, union or ignore.' },
  capacities: { allowed: 'Write a map like   gpu: { capacity: 2 }' },
  lanes: { allowed: 'Write a map with env and ports.' },
  env: { allowed: 'Write a map of names to texts, for example: { PORT: "{port:web}" }' },
  variables: { allowed: 'Write a list of names of variables, for example: [DATABASE_URL, "AWS_*", NPM_TOKEN]' },
  'env-names': { allowed: 'Write a name, or how names begin: DATABASE_URL, "AWS_*"' },
  'env-name': { allowed: 'A name in the environment has letters, digits and underscores and does not begin with a digit.' },
  'env-value': { allowed: 'Write one text.' },
  ports: { allowed: 'Write a map of names to ranges, for example: { web: 4200-4299 }' },
  'port-range': {
    code: 'E_VALUE_RANGE',
    allowed: 'Write a port or a range from 1 to 65535, the lower end first, for example: 4200-4299',
  },
  claude: { allowed: 'Write a map with command, model, permissionMode or allow.' },
  'claude-command': {
    code: 'E_SESSION_COMMAND',
    allowed: 'Write the name or path of one program without arguments. It is started without a shell.',
  },
  'permission-mode': { code: 'E_VALUE_RANGE', allowed: 'Write dontAsk, acceptEdits, auto, default, manual or plan.' },
  fence: { code: 'E_VALUE_RANGE', allowed: 'Write open, closed or off.' },
  sandbox: { code: 'E_VALUE_RANGE', allowed: 'Write off, auto or required.' },
  isolation: { code: 'E_VALUE_RANGE', allowed: 'Write worktree or clone.' },
  allow: { allowed: 'Write a list of permission rules, for example: ["Bash(npx nx *)"]' },
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleName = keyof typeof RULES;

/** How a schema names its rule: zod hands the message on as it is. */
export function rule(name: RuleName): { readonly error: RuleName } {
  return { error: name };
}

/** The rule behind the message of an issue. */
export function ruleOf(message: string): Rule {
  return Object.hasOwn(RULES, message) ? RULES[message as RuleName] : { allowed: message };
}
