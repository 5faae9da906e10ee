import { z } from 'zod';
import { rule } from './rules.js';

/** Fields that the tasks file and the configuration write in the same way. */
export const versionField = z.literal(1, rule('version')).describe('Version of this format.').optional();

export const schemaField = z.string(rule('text')).describe('Where editors find the schema of this file.').optional();

export const commandsField = z.array(z.string(rule('command')), rule('commands'));

export const modelField = z.string(rule('text')).describe('Model of the session, for example: sonnet');

export const globsField = z.array(z.string(rule('text')), rule('globs'));

export const usdField = z.number(rule('usd')).positive(rule('usd')).max(10_000, rule('usd'));

/** Up to a week. */
export const minutesField = z
  .number(rule('minutes'))
  .positive(rule('minutes'))
  .max(7 * 24 * 60, rule('minutes'));

/** From one to `most`, whole. */
export function countField(name: 'amount' | 'turns' | 'concurrency' | 'reviewers', most: number): z.ZodInt {
  return z.int(rule(name)).min(1, rule(name)).max(most, rule(name));
}

export const budgetField = z
  .strictObject(
    {
      usd: usdField.describe('Dollars.').optional(),
      minutes: minutesField.optional(),
      turns: countField('turns', 10_000).optional(),
      stall: minutesField.describe('Minutes without a word from its session.').optional(),
    },
    rule('budget'),
  )
  .describe('Limits of one task; reaching one ends its session and keeps its work.');
