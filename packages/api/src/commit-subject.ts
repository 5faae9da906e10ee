/** Git cuts subjects itself where it shows them; a whole essay is none. */
const LONGEST = 200;

/**
 * The first line of a commit message: a task's title on one line, without what would command a terminal that shows the history.
 * The task's id when nothing is left, for without a subject git would read the trailers as one.
 */
export function commitSubject(title: string, task: string): string {
  const line = title
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  const letters = [...line];
  if (letters.length === 0) return task;
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : line;
}
