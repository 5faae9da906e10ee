import type { Phase, RunState, TaskRun } from '@breakwater/model';
import { columnsOf, padEnd, padStart } from '../columns-of.js';
import { cutEnd } from '../cut-end.js';
import { fitLine, spread } from '../fit-line.js';
import { dim, type Line, strong } from '../line.js';
import { duration, money, secondsBetween, tokens } from '../quantities.js';
import { shown } from '../safe-text.js';
import { signsOf } from '../signs.js';
import { lineWidth, type View } from '../view.js';
import type { TaskNews } from './live-news.js';
import { costOf } from './run-facts.js';

/** A working task and what is known of it now. */
export interface Working {
  readonly task: TaskRun;
  readonly news: TaskNews | undefined;
  readonly now: string;
}

/** The same for all lanes, so that nothing moves sideways. */
export interface LaneColumns {
  readonly name: number;
  /** Where the phase begins. */
  readonly detail: number;
}

export function laneColumns(state: RunState, view: View): LaneColumns {
  const longest = Math.max(...state.tasks.map(({ id }) => columnsOf(shown(id, view))));
  const name = Math.min(longest, Math.floor(lineWidth(view) * 0.3));
  return { name, detail: name + 4 };
}

/** One line in a wide window; in a narrow one the phase and what it does have a second one. */
export function laneLines(working: Working, { name }: LaneColumns, view: View): readonly string[] {
  if (view.columns < 60) return narrowLines(working, view);
  const id = strong(padEnd(cutEnd(working.task.id, name, view), name));
  const { time, cost, size } = figures(working);
  const phases = view.columns < 105 ? onePhase(working, view) : threePhases(working, view);
  const numbers = ` ${padStart(time, 5)}${padStart(cost, 8)}${view.columns < 105 ? '' : padStart(size, 7)}`;
  return [fitLine(['  ', id, '  ', ...phases, numbers, '   ', dim(doing(working))], lineWidth(view), view)];
}

function narrowLines(working: Working, view: View): readonly string[] {
  const width = lineWidth(view);
  const { time, cost } = figures(working);
  const mark = { text: signsOf(view).working, role: 'work' } as const;
  const phase = { text: padEnd(phaseOf(working), 7), role: 'work' } as const;
  return [
    spread([mark, ' ', strong(working.task.id)], [`${padStart(time, 5)}${padStart(cost, 7)}`], width, view),
    fitLine(['    ', phase, ' ', dim(doing(working))], width, view),
  ];
}

function figures({ task, news, now }: Working): { readonly time: string; readonly cost: string; readonly size: string } {
  const { state } = task;
  const usage = state.state === 'running' ? news?.usage : task.usage;
  const usd = usage === undefined ? undefined : costOf(usage);
  return {
    time: duration(state.state === 'running' ? secondsBetween(state.since, now) : task.usage.seconds),
    cost: usd === undefined ? '' : money(usd),
    size: usage === undefined ? '' : tokens(usage.inputTokens + usage.outputTokens),
  };
}

/** `ready`: its work is there and waits for its turn, because the chain grows in plan order. */
type Step = Phase | 'ready';

/** News is ahead of the journal; what follows a session is verification, once it is its turn. */
function phaseOf({ task, news }: Working): Step {
  const { state } = task;
  if (state.state !== 'running') return state.state === 'verified' || news?.phase === 'verify' ? 'verify' : 'ready';
  return news?.attempt === state.attempt ? news.phase : state.phase;
}

function onePhase(working: Working, view: View): Line {
  const signs = signsOf(view);
  const phase = phaseOf(working);
  const text = `${phase === 'ready' ? signs.waiting : signs.working} ${padEnd(phase, 7)}`;
  return [phase === 'ready' ? dim(text) : { text, role: 'work' }];
}

/** Opening belongs to preparing and saving to the session: three steps are enough to see how far it is. */
const STEPS: readonly { readonly name: string; readonly phases: readonly Step[] }[] = [
  { name: 'prepare', phases: ['open', 'prepare'] },
  { name: 'session', phases: ['session', 'save', 'ready'] },
  { name: 'verify', phases: ['verify'] },
];

function threePhases(working: Working, view: View): Line {
  const signs = signsOf(view);
  const at = STEPS.findIndex(({ phases }) => phases.includes(phaseOf(working)));
  return STEPS.flatMap(({ name }, step): Line => {
    const gap = step === STEPS.length - 1 ? '' : '  ';
    if (step === at) return [{ text: `${signs.working} ${name}`, role: 'work' }, gap];
    const mark = step < at ? ({ text: signs.done, role: 'good' } as const) : dim(signs.waiting);
    return [mark, dim(` ${name}`), gap];
  });
}

const QUIET = 60;

/** What it does; after a minute without a word that it is quiet, which a person should see. */
function doing({ task, news, now }: Working): string {
  if (task.state.state === 'verified') return 'about to be integrated';
  if (phaseOf({ task, news, now }) === 'ready') return 'waits for its turn to be integrated';
  if (news === undefined) return '';
  const quiet = secondsBetween(news.quietSince, now);
  if (quiet >= QUIET) return `quiet for ${duration(quiet)}`;
  return news.activity ?? news.detail ?? '';
}
