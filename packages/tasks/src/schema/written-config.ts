import { z } from 'zod';
import {
  budgetField,
  commandsField,
  countField,
  globsField,
  minutesField,
  modelField,
  schemaField,
  usdField,
  versionField,
} from './fields.js';
import { rule } from './rules.js';

const programAndArguments = z.array(z.string(rule('runner-command')), rule('runner-command')).min(1, rule('runner-command'));

const runnerField = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('claude') }),
    z.strictObject({ kind: z.literal('command'), command: programAndArguments }),
    z.strictObject({ kind: z.literal('rehearsal'), edits: z.string(rule('edits')) }),
  ],
  rule('runner'),
);

const hubField = z.strictObject(
  {
    files: globsField,
    policy: z
      .enum(['serialize', 'regenerate', 'union', 'ignore'], rule('policy'))
      .describe(
        'serialize: never two tasks at once. The others let tasks meet: regenerate makes the file anew on their merge, union keeps the lines of both, ignore keeps what was integrated first where they conflict.',
      ),
    command: z
      .string(rule('command'))
      .describe('With regenerate: makes the files anew on the merged tree; it may name {base}, {head} and {task}.')
      .optional(),
  },
  rule('hubs'),
);

/** A port, `4200-4299`, or a list of both ends. */
const portRangeField = z.union(
  [
    z.string(rule('port-range')).regex(/^\d{1,5}(-\d{1,5})?$/, rule('port-range')),
    z.int(rule('port-range')),
    z.tuple([z.int(rule('port-range')), z.int(rule('port-range'))], rule('port-range')),
  ],
  rule('port-range'),
);

const lanesField = z.strictObject(
  {
    env: z
      .record(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, rule('env-name')), z.string(rule('env-value')), rule('env'))
      .describe('Environment of every session; {lane}, {port:name}, {task}, {run} and {temp} are filled in.')
      .optional(),
    ports: z
      .record(z.string(), portRangeField, rule('ports'))
      .describe('Ranges of ports by name; every lane gets its own.')
      .optional(),
    file: z
      .string(rule('path'))
      .describe("A file in the worktree that gets the lane's variables, for programs that read one; git must ignore it.")
      .optional(),
  },
  rule('lanes'),
);

const claudeField = z.strictObject(
  {
    command: z.string(rule('claude-command')).optional(),
    model: modelField.optional(),
    permissionMode: z
      .enum(['dontAsk', 'acceptEdits', 'auto', 'default', 'manual', 'plan', 'bypassPermissions'], rule('permission-mode'))
      .optional(),
    allow: z
      .array(z.string(rule('text')), rule('allow'))
      .describe('Permission rules beside those made for each task.')
      .optional(),
  },
  rule('claude'),
);

const reviewMode = z.enum(['none', 'wave', 'task'], rule('review'));

const reviewField = z.union(
  [
    reviewMode,
    z.strictObject({
      mode: reviewMode.optional(),
      minutesPerTask: minutesField.describe('Minutes a person needs to review one task, for the forecast.').optional(),
      reviewers: countField('reviewers', 64).describe('People who review side by side; 1 if not given.').optional(),
    }),
  ],
  rule('review'),
);

/** What a person may write in the configuration. */
export const writtenConfig = z.strictObject(
  {
    $schema: schemaField,
    version: versionField,
    tasks: z.string(rule('path')).describe('The tasks file, relative to this file.').optional(),
    concurrency: countField('concurrency', 64).describe('Sessions at once.').optional(),
    caution: z
      .enum(['fast', 'balanced', 'careful'], rule('caution'))
      .describe('How much predicted risk may cost in waves.')
      .optional(),
    threshold: z
      .number(rule('threshold'))
      .positive(rule('threshold'))
      .max(1, rule('threshold'))
      .describe('Pairs of tasks at or above this predicted risk are kept apart, unless the caution is fast.')
      .optional(),
    effort: z
      .enum(['low', 'default', 'more', 'high'], rule('effort'))
      .describe('How long to search for a better arrangement, in steps and not by the clock.')
      .optional(),
    schedule: z
      .enum(['waves', 'stream'], rule('schedule'))
      .describe('Waves with barriers, or each task as soon as what blocks it is integrated.')
      .optional(),
    review: reviewField.describe('When a person looks at the work, and how long that takes.').optional(),
    runner: runnerField.describe('What runs a task.').optional(),
    verify: commandsField
      .describe(
        'Commands that prove a task, unless the task or the defaults say others. They may name {base}, {head}, {task}, {files}, {projects} and {affected}.',
      )
      .optional(),
    prepare: commandsField.describe('Commands that make a new worktree ready; detected if not given.').optional(),
    teardown: commandsField
      .describe('Commands that take away what was set up outside of a worktree, such as a database.')
      .optional(),
    environment: z
      .array(z.string(rule('variables')).regex(/^(?:[A-Za-z_][A-Za-z0-9_]*\*?|\*)$/, rule('env-names')), rule('variables'))
      .describe(
        'Variables of the environment that prepare, verify and teardown need besides what builds commonly do. NAME_* stands for all that begin so, except what is named like a secret.',
      )
      .optional(),
    worktrees: z
      .strictObject(
        { directory: z.string(rule('path')).optional(), include: z.array(z.string(rule('text')), rule('include')).optional() },
        rule('worktrees'),
      )
      .describe('Where worktrees go, and which ignored files are copied into them.')
      .optional(),
    hubs: z.array(hubField, rule('hubs')).describe('Files nearly every change touches, and what to do about them.').optional(),
    resources: z
      .record(z.string(), z.strictObject({ capacity: countField('amount', 1_000) }, rule('capacities')), rule('capacities'))
      .describe('How many tasks may hold a resource at once; 1 if not given.')
      .optional(),
    lanes: lanesField.optional(),
    claude: claudeField.optional(),
    fence: z
      .enum(['open', 'closed', 'off'], rule('fence'))
      .describe('What a session may write: what nobody else holds, only what was predicted or declared for it, or anything.')
      .optional(),
    sandbox: z
      .enum(['off', 'auto', 'required'], rule('sandbox'))
      .describe('Whether sessions run in a sandbox (bubblewrap): never, where it works, or not at all without it.')
      .optional(),
    isolation: z
      .enum(['worktree', 'clone'], rule('isolation'))
      .describe('Where sessions work: in worktrees, which share the git directory, or in clones, which only read its objects.')
      .optional(),
    retry: z
      .strictObject(
        {
          times: z.int(rule('retries')).min(0, rule('retries')).max(100, rule('retries')).optional(),
          seconds: z
            .number(rule('seconds'))
            .positive(rule('seconds'))
            .max(24 * 60 * 60, rule('seconds'))
            .optional(),
        },
        rule('retry'),
      )
      .describe('How often a session is started again that the provider refused for now, and after how long; doubled each time.')
      .optional(),
    budget: z
      .strictObject({ usd: usdField.describe('Dollars of one run.').optional(), perTask: budgetField.optional() }, rule('budget'))
      .optional(),
  },
  rule('config'),
);

export type WrittenConfig = z.infer<typeof writtenConfig>;
