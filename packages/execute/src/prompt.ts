import { confidenceOf, type Plan, type PlannedTask, type Task, type TaskId, type Touch } from '@breakwater/model';

/** Grows when the wording changes in a way that could change what sessions do. */
export const PROMPT_VERSION = 1;

const FILES_NAMED = 20;
const FILES_OF_OTHERS = 12;

/**
 * What Claude receives: the brief, then what helps and what binds. Pure, so that `plan --prompt` shows the same text. `beside`: who
 * is at work now, where that is known; else those of the same wave.
 */
export function composePrompt(plan: Plan, tasks: readonly Task[], id: TaskId, beside?: readonly TaskId[]): string {
  const task = required(
    tasks.find((one) => one.id === id),
    id,
  );
  const planned = required(
    plan.tasks.find((one) => one.id === id),
    id,
  );
  const parts = [
    heading(task),
    likelyFiles(planned),
    mayWrite(task),
    others(besideOf(plan, planned, beside)),
    checks(task),
    ending(),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function required<T>(found: T | undefined, id: TaskId): T {
  if (found === undefined) throw new Error(`Internal error: no task ${id} in the plan`);
  return found;
}

function heading(task: Task): string {
  const title = task.title === task.id ? '' : `${task.title}\n\n`;
  return `${title}${task.brief.trim()}`;
}

function likelyFiles(planned: PlannedTask): string {
  if (planned.writes.length === 0) return '';
  const shown = planned.writes.slice(0, FILES_NAMED).map((touch) => `- ${touch.path} (${becauseOf(planned, touch)})`);
  return ['Files this will probably need (a prediction, not an order):', ...shown].join('\n');
}

function becauseOf(planned: PlannedTask, touch: Touch): string {
  const fresh = planned.creates.includes(touch.path) ? ', does not exist yet' : '';
  return `${confidenceOf(touch.p)}${fresh}`;
}

function mayWrite(task: Task): string {
  if (task.writes.length === 0) return '';
  return ['The author expects changes only in:', ...task.writes.map((glob) => `- ${glob}`)].join('\n');
}

function besideOf(plan: Plan, { id, wave }: PlannedTask, known: readonly TaskId[] | undefined): readonly PlannedTask[] {
  if (known !== undefined) return plan.tasks.filter((other) => known.includes(other.id));
  return plan.schedule === 'stream' ? [] : plan.tasks.filter((other) => other.wave === wave && other.id !== id);
}

function others(beside: readonly PlannedTask[]): string {
  if (beside.length === 0) return '';
  return [
    'Other sessions work at the same time, each in its own worktree. You cannot see their changes. Leave these files to them; if you need a change there, say so in your last message instead of making it:',
    ...beside.map((other) => `- ${other.id}: ${heldBy(other)}`),
  ].join('\n');
}

function heldBy(other: PlannedTask): string {
  const likely = other.writes.filter((touch) => confidenceOf(touch.p) !== 'possible').map((touch) => touch.path);
  if (likely.length === 0) return 'its files are not known';
  const more = likely.length > FILES_OF_OTHERS ? ` and ${likely.length - FILES_OF_OTHERS} more` : '';
  return `${likely.slice(0, FILES_OF_OTHERS).join(', ')}${more}`;
}

function checks(task: Task): string {
  if (task.verify.length === 0) return '';
  return ['When you are done, these commands decide on the merged result:', ...task.verify.map((command) => `- ${command}`)].join(
    '\n',
  );
}

function ending(): string {
  return [
    'Work only inside the current directory; it is a git worktree of its own on its own branch.',
    'Commit your work there with a clear message. Do not push, do not switch branches, do not touch other worktrees.',
    'Finish with a short summary: what you changed, what you left open.',
  ].join('\n');
}
