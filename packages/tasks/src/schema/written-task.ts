import { asTaskId, TASK_ID_PATTERN } from '@breakwater/model';
import * as z from 'zod/mini';
import { budgetField, commandsField, countField, globsField, modelField, schemaField, versionField } from './fields.js';
import { rule } from './rules.js';

const idField = z.string(rule('id')).with(
  z.regex(TASK_ID_PATTERN, { ...rule('id'), abort: true }),
  z.refine((text) => asTaskId(text) !== undefined, rule('id-reserved')),
  z.describe('What the task is called; part of its branch.'),
);

const resourceField = z.union(
  [
    z.string(rule('resource')),
    z.strictObject({ name: z.string(rule('resource-name')), amount: z.optional(countField('amount', 1_000)) }),
  ],
  rule('resource'),
);

/** What a person may write about one task. */
export const writtenTask = z.strictObject(
  {
    id: idField,
    title: z.optional(z.string(rule('text')).with(z.describe('A short name for people.'))),
    brief: z.string(rule('brief')).with(z.describe('What the session is asked to do.')),
    scope: z.optional(
      z
        .array(z.string(rule('text')), rule('scope'))
        .with(z.describe('Project names, project tags or folders the task is about.')),
    ),
    writes: z.optional(globsField.with(z.describe('Globs of files it may write, existing or new; a leading ! takes away.'))),
    reads: z.optional(globsField.with(z.describe('Globs of files it needs as they are.'))),
    dependsOn: z.optional(z.array(z.string(rule('text')), rule('dependsOn')).with(z.describe('Tasks whose code it needs.'))),
    independentOf: z.optional(
      z
        .array(z.string(rule('text')), rule('independentOf'))
        .with(z.describe('Tasks it need not wait for, though its brief names something they seem to create.')),
    ),
    resources: z.optional(
      z
        .array(resourceField, rule('resources'))
        .with(z.describe('Shared things that are not files: a database, a port, a device.')),
    ),
    exclusive: z.optional(z.boolean(rule('flag')).with(z.describe('Runs beside no other task.'))),
    priority: z.optional(
      z
        .int(rule('priority'))
        .with(
          z.minimum(-1_000, rule('priority')),
          z.maximum(1_000, rule('priority')),
          z.describe('Higher goes first, as far as that takes no more waves and risks no more collisions.'),
        ),
    ),
    verify: z.optional(commandsField.with(z.describe('Commands that prove the work; replaces the default.'))),
    budget: z.optional(budgetField),
    model: z.optional(modelField),
    disabled: z.optional(z.boolean(rule('flag')).with(z.describe('Leaves the task out.'))),
  },
  rule('task'),
);

export type WrittenTask = z.infer<typeof writtenTask>;

/** What all tasks of a file share unless they say otherwise. */
export const writtenDefaults = z
  .partial(z.strictObject({ verify: commandsField, budget: budgetField, model: modelField }, rule('defaults')))
  .with(z.describe('What all tasks share unless they say otherwise.'));

export type WrittenDefaults = z.infer<typeof writtenDefaults>;

/** A whole tasks file, for the schema that editors read. */
export const writtenTasks = z.strictObject(
  {
    $schema: z.optional(schemaField),
    version: z.optional(versionField),
    defaults: z.optional(writtenDefaults),
    tasks: z.array(writtenTask, rule('tasks')).with(z.minLength(1, rule('tasks')), z.maxLength(1_000, rule('tasks'))),
  },
  rule('file'),
);

/** The file around its tasks, which are judged one by one. */
export const writtenFrame = z.strictObject(
  {
    $schema: z.optional(schemaField),
    version: z.optional(versionField),
    defaults: z.optional(z.unknown()),
    tasks: z.nullish(z.array(z.unknown(), rule('tasks'))),
  },
  rule('file'),
);
