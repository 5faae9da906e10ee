import { asTaskId, TASK_ID_PATTERN } from '@breakwater/model';
import { z } from 'zod';
import { budgetField, commandsField, countField, globsField, modelField, schemaField, versionField } from './fields.js';
import { rule } from './rules.js';

const idField = z
  .string(rule('id'))
  .regex(TASK_ID_PATTERN, { ...rule('id'), abort: true })
  .refine((text) => asTaskId(text) !== undefined, rule('id-reserved'))
  .describe('What the task is called; part of its branch.');

const resourceField = z.union(
  [
    z.string(rule('resource')),
    z.strictObject({ name: z.string(rule('resource-name')), amount: countField('amount', 1_000).optional() }),
  ],
  rule('resource'),
);

/** What a person may write about one task. */
export const writtenTask = z.strictObject(
  {
    id: idField,
    title: z.string(rule('text')).describe('A short name for people.').optional(),
    brief: z.string(rule('brief')).describe('What the session is asked to do.'),
    scope: z
      .array(z.string(rule('text')), rule('scope'))
      .describe('Project names, project tags or folders the task is about.')
      .optional(),
    writes: globsField.describe('Globs of files it may write, existing or new; a leading ! takes away.').optional(),
    reads: globsField.describe('Globs of files it needs as they are.').optional(),
    dependsOn: z
      .array(z.string(rule('text')), rule('dependsOn'))
      .describe('Tasks whose code it needs.')
      .optional(),
    independentOf: z
      .array(z.string(rule('text')), rule('independentOf'))
      .describe('Tasks it need not wait for, though its brief names something they seem to create.')
      .optional(),
    resources: z
      .array(resourceField, rule('resources'))
      .describe('Shared things that are not files: a database, a port, a device.')
      .optional(),
    exclusive: z.boolean(rule('flag')).describe('Runs beside no other task.').optional(),
    priority: z
      .int(rule('priority'))
      .min(-1_000, rule('priority'))
      .max(1_000, rule('priority'))
      .describe('Higher goes first, as far as that takes no more waves and risks no more collisions.')
      .optional(),
    verify: commandsField.describe('Commands that prove the work; replaces the default.').optional(),
    budget: budgetField.optional(),
    model: modelField.optional(),
    disabled: z.boolean(rule('flag')).describe('Leaves the task out.').optional(),
  },
  rule('task'),
);

export type WrittenTask = z.infer<typeof writtenTask>;

/** What all tasks of a file share unless they say otherwise. */
export const writtenDefaults = z
  .strictObject(
    { verify: commandsField.optional(), budget: budgetField.optional(), model: modelField.optional() },
    rule('defaults'),
  )
  .describe('What all tasks share unless they say otherwise.');

export type WrittenDefaults = z.infer<typeof writtenDefaults>;

/** A whole tasks file, for the schema that editors read. */
export const writtenTasks = z.strictObject(
  {
    $schema: schemaField,
    version: versionField,
    defaults: writtenDefaults.optional(),
    tasks: z.array(writtenTask, rule('tasks')).min(1, rule('tasks')).max(1_000, rule('tasks')),
  },
  rule('file'),
);

/** The file around its tasks, which are judged one by one. */
export const writtenFrame = z.strictObject(
  {
    $schema: schemaField,
    version: versionField,
    defaults: z.unknown().optional(),
    tasks: z.array(z.unknown(), rule('tasks')).nullable().optional(),
  },
  rule('file'),
);
