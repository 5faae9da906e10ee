import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { configJsonSchema, tasksJsonSchema } from './json-schemas.js';

const SCHEMAS = [
  ['tasks.schema.json', tasksJsonSchema],
  ['config.schema.json', configJsonSchema],
] as const;

describe.each(SCHEMAS)('%s', (file, schema) => {
  const path = fileURLToPath(new URL(`../../schema/${file}`, import.meta.url));
  const text = `${JSON.stringify(schema, null, 2)}\n`;

  /** To write it anew: vitest --update, then look at the difference. */
  test('is what the schema of the program says', async () => {
    await expect(text).toMatchFileSnapshot(path);
  });

  test('refuses unknown keys and may name itself', () => {
    expect(schema).toMatchObject({ additionalProperties: false, properties: { $schema: { type: 'string' } } });
    expect(schema['$schema']).toBe('http://json-schema.org/draft-07/schema#');
  });
});

test('a task needs an id and a brief, and nothing else', () => {
  expect(tasksJsonSchema).toMatchObject({ required: ['tasks'], properties: { tasks: { items: { required: ['id', 'brief'] } } } });
  expect(configJsonSchema['required']).toBeUndefined();
});
