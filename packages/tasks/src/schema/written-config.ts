import * as z from 'zod/mini';
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

const programAndArguments = z
  .array(z.string(rule('runner-command')), rule('runner-command'))
  .with(z.minLength(1, rule('runner-command')));

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
      .with(
        z.describe(
          'serialize: never two tasks at once. The others let tasks meet: regenerate makes the file anew on their merge, union keeps the lines of both, ignore keeps what was integrated first where they conflict.',
        ),
      ),
    command: z.optional(
      z
        .string(rule('command'))
        .with(z.describe('With regenerate: makes the files anew on the merged tree; it may name {base}, {head} and {task}.')),
    ),
  },
  rule('hubs'),
);

/** A port, `4200-4299`, or a list of both ends. */
const portRangeField = z.union(
  [
    z.string(rule('port-range')).with(z.regex(/^\d{1,5}(-\d{1,5})?$/, rule('port-range'))),
    z.int(rule('port-range')),
    z.tuple([z.int(rule('port-range')), z.int(rule('port-range'))], rule('port-range')),
  ],
  rule('port-range'),
);

const lanesField = z.partial(
  z.strictObject(
    {
      env: z
        .record(z.string().with(z.regex(/^[A-Za-z_][A-Za-z0-9_]*$/, rule('env-name'))), z.string(rule('env-value')), rule('env'))
        .with(z.describe('Environment of every session; {lane}, {port:name}, {task}, {run} and {temp} are filled in.')),
      ports: z
        .record(z.string(), portRangeField, rule('ports'))
        .with(z.describe('Ranges of ports by name; every lane gets its own.')),
      file: z
        .string(rule('path'))
        .with(
          z.describe("A file in the worktree that gets the lane's variables, for programs that read one; git must ignore it."),
        ),
    },
    rule('lanes'),
  ),
);

const claudeField = z.partial(
  z.strictObject(
    {
      command: z.string(rule('claude-command')),
      model: modelField,
      permissionMode: z.enum(
        ['dontAsk', 'acceptEdits', 'auto', 'default', 'manual', 'plan', 'bypassPermissions'],
        rule('permission-mode'),
      ),
      allow: z.array(z.string(rule('text')), rule('allow')).with(z.describe('Permission rules beside those made for each task.')),
    },
    rule('claude'),
  ),
);

const reviewMode = z.enum(['none', 'wave', 'task'], rule('review'));

const reviewField = z.union(
  [
    reviewMode,
    z.partial(
      z.strictObject({
        mode: reviewMode,
        minutesPerTask: minutesField.with(z.describe('Minutes a person needs to review one task, for the forecast.')),
        reviewers: countField('reviewers', 64).with(z.describe('People who review side by side; 1 if not given.')),
      }),
    ),
  ],
  rule('review'),
);

/** What a person may write in the configuration. */
export const writtenConfig = z.partial(
  z.strictObject(
    {
      $schema: schemaField,
      version: versionField,
      tasks: z.string(rule('path')).with(z.describe('The tasks file, relative to this file.')),
      concurrency: countField('concurrency', 64).with(z.describe('Sessions at once.')),
      caution: z
        .enum(['fast', 'balanced', 'careful'], rule('caution'))
        .with(z.describe('How much predicted risk may cost in waves.')),
      threshold: z
        .number(rule('threshold'))
        .with(
          z.positive(rule('threshold')),
          z.maximum(1, rule('threshold')),
          z.describe('Pairs of tasks at or above this predicted risk are kept apart, unless the caution is fast.'),
        ),
      effort: z
        .enum(['low', 'default', 'more', 'high'], rule('effort'))
        .with(z.describe('How long to search for a better arrangement, in steps and not by the clock.')),
      schedule: z
        .enum(['waves', 'stream'], rule('schedule'))
        .with(z.describe('Waves with barriers, or each task as soon as what blocks it is integrated.')),
      review: reviewField.with(z.describe('When a person looks at the work, and how long that takes.')),
      runner: runnerField.with(z.describe('What runs a task.')),
      verify: commandsField.with(
        z.describe(
          'Commands that prove a task, unless the task or the defaults say others. They may name {base}, {head}, {task}, {files}, {projects} and {affected}.',
        ),
      ),
      prepare: commandsField.with(z.describe('Commands that make a new worktree ready; detected if not given.')),
      teardown: commandsField.with(
        z.describe('Commands that take away what was set up outside of a worktree, such as a database.'),
      ),
      environment: z
        .array(
          z.string(rule('variables')).with(z.regex(/^(?:[A-Za-z_][A-Za-z0-9_]*\*?|\*)$/, rule('env-names'))),
          rule('variables'),
        )
        .with(
          z.describe(
            'Variables of the environment that prepare, verify and teardown need besides what builds commonly do. NAME_* stands for all that begin so, except what is named like a secret.',
          ),
        ),
      worktrees: z
        .partial(
          z.strictObject(
            { directory: z.string(rule('path')), include: z.array(z.string(rule('text')), rule('include')) },
            rule('worktrees'),
          ),
        )
        .with(z.describe('Where worktrees go, and which ignored files are copied into them.')),
      hubs: z.array(hubField, rule('hubs')).with(z.describe('Files nearly every change touches, and what to do about them.')),
      resources: z
        .record(z.string(), z.strictObject({ capacity: countField('amount', 1_000) }, rule('capacities')), rule('capacities'))
        .with(z.describe('How many tasks may hold a resource at once; 1 if not given.')),
      lanes: lanesField,
      claude: claudeField,
      fence: z
        .enum(['open', 'closed', 'off'], rule('fence'))
        .with(
          z.describe(
            'What a session may write: what nobody else holds, only what was predicted or declared for it, or anything.',
          ),
        ),
      sandbox: z
        .enum(['off', 'auto', 'required'], rule('sandbox'))
        .with(z.describe('Whether sessions run in a sandbox (bubblewrap): never, where it works, or not at all without it.')),
      isolation: z
        .enum(['worktree', 'clone'], rule('isolation'))
        .with(
          z.describe(
            'Where sessions work: in worktrees, which share the git directory, or in clones, which only read its objects.',
          ),
        ),
      retry: z
        .partial(
          z.strictObject(
            {
              times: z.int(rule('retries')).with(z.minimum(0, rule('retries')), z.maximum(100, rule('retries'))),
              seconds: z.number(rule('seconds')).with(z.positive(rule('seconds')), z.maximum(24 * 60 * 60, rule('seconds'))),
            },
            rule('retry'),
          ),
        )
        .with(
          z.describe(
            'How often a session is started again that the provider refused for now, and after how long; doubled each time.',
          ),
        ),
      budget: z.partial(
        z.strictObject({ usd: usdField.with(z.describe('Dollars of one run.')), perTask: budgetField }, rule('budget')),
      ),
    },
    rule('config'),
  ),
);

export type WrittenConfig = z.infer<typeof writtenConfig>;
