import * as z from 'zod/mini';
import { rule } from './rules.js';

/** Fields that the tasks file and the configuration write in the same way. */
export const versionField = z.literal(1, rule('version')).with(z.describe('Version of this format.'));

export const schemaField = z.string(rule('text')).with(z.describe('Where editors find the schema of this file.'));

export const commandsField = z.array(z.string(rule('command')), rule('commands'));

export const modelField = z.string(rule('text')).with(z.describe('Model of the session, for example: sonnet'));

export const globsField = z.array(z.string(rule('text')), rule('globs'));

export const usdField = z.number(rule('usd')).with(z.positive(rule('usd')), z.maximum(10_000, rule('usd')));

/** Up to a week. */
export const minutesField = z.number(rule('minutes')).with(z.positive(rule('minutes')), z.maximum(7 * 24 * 60, rule('minutes')));

/** From one to `most`, whole. */
export function countField(name: 'amount' | 'turns' | 'concurrency' | 'reviewers', most: number): z.ZodMiniInt {
  return z.int(rule(name)).with(z.minimum(1, rule(name)), z.maximum(most, rule(name)));
}

export const budgetField = z
  .partial(
    z.strictObject(
      {
        usd: usdField.with(z.describe('Dollars.')),
        minutes: minutesField,
        turns: countField('turns', 10_000),
        stall: minutesField.with(z.describe('Minutes without a word from its session.')),
      },
      rule('budget'),
    ),
  )
  .with(z.describe('Limits of one task; reaching one ends its session and keeps its work.'));
