import { fileNameOf, type RunState, type TaskRun } from '@breakwater/model';
import { columnsOf, padEnd, padStart } from '../columns-of.js';
import { cutEnd } from '../cut-end.js';
import { fitLine, measure } from '../fit-line.js';
import { dim, type Line, strong } from '../line.js';
import { count, duration, lineCounts, money } from '../quantities.js';
import { shown } from '../safe-text.js';
import { signsOf } from '../signs.js';
import { lineWidth, type View } from '../view.js';
import { costOf, extent, workOf } from './run-facts.js';
import { waveEnd } from './wave-end.js';

/** `✔ order-api  integrated   8 files   +212 −18   4:26   $0.84`: what a finished task came to, in columns. */
export function integratedLine(run: RunState, task: TaskRun, view: View): string {
  const width = lineWidth(view);
  const mark = { text: signsOf(view).done, role: 'good' } as const;
  const figures = taskFigures(task, view);
  const name = Math.min(nameWidth(run, view), width - measure(figures, view) - (view.columns < 60 ? 3 : 18));
  const begin: Line = [
    mark,
    ' ',
    strong(padEnd(cutEnd(task.id, name, view), name)),
    ...(view.columns < 60 ? [] : ['  integrated']),
  ];
  const room = width - measure(begin, view) - measure(figures, view) - 4;
  const note = view.columns < 105 ? '' : cutEnd(driftText(task), room, view);
  const gap = width - measure(begin, view) - measure(figures, view) - (note === '' ? 0 : measure([note], view) + 3);
  return fitLine([...begin, ...(note === '' ? [] : ['   ', dim(note)]), ' '.repeat(Math.max(0, gap)), ...figures], width, view);
}

function nameWidth(run: RunState, view: View): number {
  return Math.max(...run.tasks.map(({ id }) => columnsOf(shown(id, view))));
}

function taskFigures(task: TaskRun, view: View): Line {
  const changed = extent(workOf(task)?.changes ?? []);
  const usd = costOf(task.usage);
  const { seconds } = task.usage;
  const end = [padStart(duration(seconds), 8), padStart(usd === undefined ? '' : money(usd), view.columns < 60 ? 7 : 8)].join('');
  if (view.columns < 60) return [end];
  const lines = lineCounts(changed, signsOf(view).minus);
  return [padStart(count(changed.files, 'file'), 9) + padStart(lines, 12) + end];
}

function driftText(task: TaskRun): string {
  const unpredicted = workOf(task)?.drift.unpredicted ?? [];
  const [first] = unpredicted;
  if (first === undefined) return 'as predicted';
  return unpredicted.length === 1
    ? `1 file not predicted: ${fileNameOf(first)}`
    : `${count(unpredicted.length, 'file')} not predicted`;
}

/** `── wave 1 integrated ─────── 3 tasks   5:12   $1.93`: the line under a wave that is over. */
export function waveLine(run: RunState, view: View): string {
  const width = lineWidth(view);
  const { rule } = signsOf(view);
  const { tasks, integrated, seconds, usd } = waveEnd(run, run.wave);
  const done = view.columns < 60 ? `${integrated} of ${tasks}` : `${integrated} of ${tasks} integrated`;
  const title = integrated === tasks ? ` wave ${run.wave} integrated ` : ` wave ${run.wave} over, ${done} `;
  const figures = `${padStart(duration(seconds), 8)}${padStart(usd === undefined ? '' : money(usd), view.columns < 60 ? 7 : 8)}`;
  const end = view.columns < 60 ? figures : ` ${count(tasks, 'task')}${figures}`;
  const dashes = Math.max(1, width - 2 - measure([title, end], view));
  return fitLine([dim(rule.repeat(2)), title, dim(rule.repeat(dashes) + end)], width, view);
}
