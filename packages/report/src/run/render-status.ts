import { awaitsReview, integrationBranch, type RunState, type TaskRun } from '@breakwater/model';
import { columnsOf, padEnd } from '../columns-of.js';
import { cutEnd } from '../cut-end.js';
import { fitLine, spread } from '../fit-line.js';
import { dim, type Role, strong } from '../line.js';
import { type NextCommand, nextLines } from '../next-lines.js';
import { duration, limit, money } from '../quantities.js';
import { shown } from '../safe-text.js';
import { signsOf } from '../signs.js';
import { lineWidth, type View } from '../view.js';
import { wrapLine } from '../wrap-line.js';
import { costOf, scheduleText, tasksIn, usageOf } from './run-facts.js';
import { stateRow } from './state-row.js';

/** Where each task of a run stands, one line each, and what to do next. `alive`: its process still works. */
export function renderStatus(state: RunState, alive: boolean, view: View): string {
  const width = lineWidth(view);
  const is = standingOf(state, alive);
  const standing = STANDING[is];
  const why = is !== 'stopped' || state.stoppedBy === undefined ? '' : ` Why: ${state.stoppedBy}`;
  const head = [strong(`Breakwater ${state.run}`), '   ', { text: standing.word, role: standing.role }];
  const blocks = [
    [spread(head, [dim(scheduleText(state))], width, view), fitLine([totals(state)], width, view)],
    state.tasks.flatMap((task) => taskLines(state, task, view)),
    [...wrapLine([], [`${standing.sentence}${why}`], width, view), ...nextLines(standing.next(state), view)],
  ];
  return blocks.map((block) => `${block.join('\n')}\n`).join('\n');
}

type Standing = 'running' | 'stopped' | 'died' | 'finished' | 'abandoned';

/** A run whose process is gone without a last word was killed. */
function standingOf({ outcome }: RunState, alive: boolean): Standing {
  if (outcome === 'finished' || outcome === 'abandoned') return outcome;
  if (alive) return 'running';
  return outcome === 'interrupted' ? 'stopped' : 'died';
}

interface StandingWords {
  readonly word: string;
  readonly role: Role;
  readonly sentence: string;
  readonly next: Next;
}

type Next = (state: RunState) => readonly NextCommand[];

/** Work that waits for a word comes first: going on without it stops at the same place. */
const RESUME: Next = (state) => [...reviewsOf(state), { label: 'go on', command: `breakwater resume ${state.run}` }];

function reviewsOf(state: RunState): readonly NextCommand[] {
  const first = state.tasks.find((task) => awaitsReview(state, task));
  if (first === undefined) return [];
  return [
    { label: 'let all in', command: 'breakwater approve' },
    { label: 'or give one back', command: `breakwater reject ${first.id} --reason TEXT` },
  ];
}

const LOOK: Next = ({ base, run, tasks }) => [
  { label: 'look at it', command: `git log --oneline --first-parent ${base.slice(0, 7)}..${integrationBranch(run)}` },
  ...tasks
    .filter(({ state }) => state.state === 'failed')
    .slice(0, 1)
    .flatMap(({ id }) => [
      { label: 'what failed', command: `breakwater logs ${id} ${run}` },
      { label: 'run it again', command: `breakwater retry ${id} ${run}` },
    ]),
];

const STANDING: Readonly<Record<Standing, StandingWords>> = {
  running: {
    word: 'running',
    role: 'work',
    sentence: 'It runs in another terminal.',
    next: () => [{ label: 'stop it', command: 'breakwater stop' }],
  },
  stopped: { word: 'stopped', role: 'warn', sentence: 'It was stopped; the work is kept.', next: RESUME },
  died: {
    word: 'ended without a word',
    role: 'warn',
    sentence: 'Its process is gone; what was committed is kept.',
    next: RESUME,
  },
  abandoned: {
    word: 'given up',
    role: 'warn',
    sentence: 'Its worktrees were taken away before it was finished; its branches are kept.',
    next: () => [],
  },
  finished: {
    word: 'finished',
    role: 'good',
    sentence: 'Nothing more will happen in this run.',
    next: LOOK,
  },
};

function totals(state: RunState): string {
  const usd = costOf(usageOf(state.tasks));
  const cost = usd === undefined ? 'cost not told' : money(usd);
  const of = state.budget === undefined ? '' : ` of ${limit(state.budget)}`;
  const done = `${tasksIn(state, 'integrated').length} of ${state.tasks.length} done`;
  return `${done}   ${cost}${usd === undefined ? '' : of}   ${duration(state.seconds)}`;
}

/** One line; in a narrow window the remark has a second one. */
function taskLines(state: RunState, task: TaskRun, view: View): readonly string[] {
  const width = lineWidth(view);
  const { sign, role, word, remark } = stateRow(state, task, view);
  const mark = { text: signsOf(view)[sign], role };
  if (view.columns < 60) {
    const first = spread([mark, ' ', strong(task.id)], [{ text: word, role }], width, view);
    return remark === '' ? [first] : [first, fitLine(['    ', dim(remark)], width, view)];
  }
  const longest = Math.max(...state.tasks.map(({ id }) => columnsOf(shown(id, view))));
  const name = Math.min(longest, Math.floor(width * 0.3));
  const id = strong(padEnd(cutEnd(task.id, name, view), name));
  return [fitLine([mark, ' ', id, '  ', { text: padEnd(word, 10), role }, '  ', dim(remark)], width, view)];
}
