import * as z from 'zod/mini';
import { writtenConfig } from './written-config.js';
import { writtenTasks } from './written-task.js';

/** The tasks file as JSON Schema (draft 7, which editors know best). */
export const tasksJsonSchema: Readonly<Record<string, unknown>> = jsonSchema(writtenTasks, 'Breakwater tasks');

/** The configuration as JSON Schema. */
export const configJsonSchema: Readonly<Record<string, unknown>> = jsonSchema(writtenConfig, 'Breakwater configuration');

function jsonSchema(schema: z.ZodMiniType, title: string): Readonly<Record<string, unknown>> {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
  return { $schema, title, ...rest };
}
