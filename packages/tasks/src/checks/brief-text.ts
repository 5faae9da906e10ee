import type { Diagnostic } from '@breakwater/model';
import { faultAt } from './fault-at.js';
import type { TaskList } from './task-list.js';

/** Bytes of UTF-8. */
const LONGEST = 200_000;

/** A brief that cannot be a prompt. What is in it otherwise, quotes, dollars, leading dashes, is data and accepted. */
export function briefText(list: TaskList): readonly Diagnostic[] {
  return list.tasks.flatMap(({ located, name, written }) =>
    PROBLEMS.filter(({ has }) => written.brief !== undefined && has(written.brief))
      .slice(0, 1)
      .map(({ says, hint }) => faultAt(located, ['brief'], { code: 'E_PROMPT', message: `the brief of ${name} ${says}`, hint })),
  );
}

interface Problem {
  readonly has: (brief: string) => boolean;
  readonly says: string;
  readonly hint: string;
}

const PROBLEMS: readonly Problem[] = [
  { has: (brief) => brief.trim() === '', says: 'is empty', hint: 'Say in one text what the session is asked to do.' },
  {
    has: (brief) => Buffer.byteLength(brief) > LONGEST,
    says: `is longer than ${LONGEST} bytes`,
    hint: 'Put what is long into a file of the repository and name the file.',
  },
  { has: (brief) => brief.includes('\0'), says: 'holds a NUL character', hint: 'Remove it: no program can be handed one.' },
  { has: (brief) => /\p{Cs}/u.test(brief), says: 'holds half of a surrogate pair', hint: 'Write the whole character.' },
];
