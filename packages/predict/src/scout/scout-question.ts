import type { Task, TaskId, Touch } from '@breakwater/model';
import { WEIGHTS } from '../weights.js';

/** What a session is asked about one task, and the form of its answer. */
export interface ScoutQuestion {
  readonly task: TaskId;
  readonly prompt: string;
  /** JSON Schema. */
  readonly schema: object;
}

/** Candidates a session is shown: about this many hold four of five files that a change touches; more only cost. */
export const SHOWN = 150;

const SCHEMA = {
  type: 'object',
  properties: {
    files: {
      type: 'array',
      maxItems: WEIGHTS.files,
      items: {
        type: 'object',
        properties: { path: { type: 'string' }, sure: { enum: ['certain', 'likely', 'possible'] } },
        required: ['path', 'sure'],
        additionalProperties: false,
      },
    },
  },
  required: ['files'],
  additionalProperties: false,
} as const;

/**
 * Which of the likeliest files will the task change? The brief is quoted, for it is what is asked about, not what to do. The same task
 * and candidates give the same question.
 */
export function scoutQuestion(task: Task, candidates: readonly Touch[]): ScoutQuestion {
  const prompt = [
    'Which files of this repository will the task below change? Do not do the task. Look into files if that helps and you can.',
    'Name files that will be edited or deleted, not those that are only read, by their paths from the top of the repository. For each say how sure you are: certain, likely or possible.',
    'Most tasks change one to six files. Name a file that is not in the list only if you have seen that it exists.',
    `# The task\n\n${quoted(`${task.title}\n\n${task.brief}`)}`,
    ...listOf(candidates.filter(isOneLine).slice(0, SHOWN)),
  ].join('\n\n');
  return { task: task.id, prompt: `${prompt}\n`, schema: SCHEMA };
}

function listOf(candidates: readonly Touch[]): readonly string[] {
  return candidates.length === 0 ? [] : [`# Files it may mean, likeliest first\n\n${candidates.map(listed).join('\n')}`];
}

/** A name that would break its line of the list could pretend to be something else. */
function isOneLine({ path }: Touch): boolean {
  return !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(path);
}

function listed({ path, evidence: [first] }: Touch): string {
  return first === undefined ? `- ${path}` : `- ${path} (${first.detail})`;
}

/** Every line of it, however lines end: what follows an end that we do not know would stand outside of the quotation. */
function quoted(text: string): string {
  return text
    .trim()
    .split(/\r\n|[\n-\r\u0085\u2028\u2029]/)
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}
