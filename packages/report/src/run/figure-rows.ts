import { type Protection, type RunState, untoldUsd } from '@breakwater/model';
import type { LabelledRow } from '../labelled-row.js';
import { count, limit, money, roughly } from '../quantities.js';
import { controlText } from './control-text.js';
import { NO_NEWS } from './live-news.js';
import { spent, tasksIn, workOf } from './run-facts.js';

/** What a run took and how near the prediction was. */
export function figureRows(state: RunState): readonly LabelledRow[] {
  const rows = [
    { label: 'cost', text: costText(state) },
    { label: 'time', text: timeText(state) },
    { label: 'clashes', text: clashText(state) },
    { label: 'predicted', text: predictedText(state) },
    { label: 'look at', text: controlText(state) },
    { label: 'fence', text: state.protection && protectionText(state.protection) },
  ];
  return rows.flatMap(({ label, text }) => (text === undefined ? [] : [{ label, text: [text] }]));
}

function costText(state: RunState): string {
  const { usd, unknown } = spent(state, NO_NEWS);
  const of = state.budget === undefined ? '' : ` of ${limit(state.budget)}`;
  const rest = state.tasks.reduce((sum, task) => sum + untoldUsd(state, task), 0);
  if (rest > 0) return `at most ${money(usd + rest)}${of}; ${money(usd)} was told, sessions that were cut off told nothing`;
  if (unknown === 0) return `${money(usd)}${of}`;
  if (usd === 0) return `not told by the sessions${state.budget === undefined ? '' : `; the budget was ${limit(state.budget)}`}`;
  return `at least ${money(usd)}${of}; ${count(unknown, 'task')} did not tell`;
}

function timeText(state: RunState): string | undefined {
  const sum = state.tasks.reduce((seconds, { usage, verifySeconds }) => seconds + usage.seconds + verifySeconds, 0);
  if (sum === 0) return undefined;
  return `${roughly(state.seconds)}; one after another ${roughly(sum)} (sessions and checks added up)`;
}

/** One task cannot clash. */
function clashText(state: RunState): string | undefined {
  if (state.tasks.length < 2) return undefined;
  const held = tasksIn(state, 'held').length;
  return held === 0 ? 'none' : `${count(held, 'task')} held; nothing overwritten`;
}

function predictedText(state: RunState): string | undefined {
  const works = state.tasks.flatMap((task) => workOf(task) ?? []);
  const changed = works.reduce((sum, { changes }) => sum + changes.length, 0);
  const unpredicted = works.reduce((sum, { drift }) => sum + drift.unpredicted.length, 0);
  return changed === 0 ? undefined : `${changed - unpredicted} of the ${count(changed, 'file')} that changed`;
}

const GUARDS: Readonly<Record<Protection['guard'], string>> = {
  'each-write': 'sessions asked before each write',
  'at-the-end': 'seen when a session ended, for its program cannot be asked before',
  off: 'nothing was asked',
};

/** What kept the sessions apart, so that nobody believes in more. */
function protectionText({ fence, guard, permissionMode, sandbox, isolation }: Protection): string {
  const mode = permissionMode === undefined ? '' : `; permission mode ${permissionMode}`;
  return `${fence}, ${GUARDS[guard]}${mode}; ${isolation === undefined ? '' : 'each in a clone of its own; '}${sandboxText(sandbox)}`;
}

function sandboxText(sandbox: Protection['sandbox']): string {
  if (sandbox === undefined) return 'no sandbox';
  return sandbox.use === 'none' ? `no sandbox (${sandbox.why})` : 'sandbox: bubblewrap, reads everything, writes in its worktree';
}
