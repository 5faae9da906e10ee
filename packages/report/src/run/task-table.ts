import type { RunState, TaskRun, Usage } from '@breakwater/model';
import { columnsOf, padEnd, padStart } from '../columns-of.js';
import { cutEnd } from '../cut-end.js';
import { fitLine, measure } from '../fit-line.js';
import { dim, type Line, strong } from '../line.js';
import { duration, money, tokens } from '../quantities.js';
import { shown } from '../safe-text.js';
import { signsOf } from '../signs.js';
import { lineWidth, type View } from '../view.js';
import { wrapLine } from '../wrap-line.js';
import { branchOf } from './branch-of.js';
import { costOf, usageOf } from './run-facts.js';

/** More would push the rest off the screen. */
const LISTED = 20;

/** What each session took, in total at the end, and the branch that keeps its work: one reviewable branch each, integrated or not. */
export function taskTable(state: RunState, view: View): readonly string[] {
  const tasks = state.tasks.filter(({ attempts }) => attempts > 0);
  if (tasks.length === 0) return [];
  const columns = shownColumns(tasks, view);
  const longest = Math.max(...tasks.map(({ id }) => columnsOf(shown(id, view))), 'Sessions'.length);
  const name = Math.min(longest, Math.floor(lineWidth(view) * 0.45)) + 2;
  const hidden = tasks.length - LISTED;
  const width = lineWidth(view);
  const layout = { columns, name, branches: branchPlace(state, tasks, { columns, name }, view) };
  return [
    fitLine(
      [strong(padEnd('Sessions', name + 2)), dim(`${heads(columns)}${branchHead(state, layout.branches, view)}`)],
      width,
      view,
    ),
    ...tasks.slice(0, LISTED).flatMap((task) => rowOf(state, task, layout, view)),
    ...(hidden > 0 ? wrapLine(['  '], [dim(`and ${hidden} more, on branches named in the same way`)], width, view) : []),
    ...(tasks.length > 1 ? [fitLine(['  ', dim(padEnd('in total', name)), numbers(columns, usageOf(tasks))], width, view)] : []),
  ];
}

interface Column {
  readonly head: string;
  readonly width: number;
  readonly text: (usage: Usage) => string;
}

const COLUMNS: readonly Column[] = [
  { head: 'time', width: 6, text: ({ seconds }) => duration(seconds) },
  { head: 'turns', width: 6, text: ({ turns }) => (turns === 0 ? '' : String(turns)) },
  { head: 'tokens', width: 7, text: (usage) => (sizeOf(usage) === 0 ? '' : tokens(sizeOf(usage))) },
  { head: 'cost', width: 8, text: (usage) => (costOf(usage) === undefined ? '' : money(costOf(usage) ?? 0)) },
];

function sizeOf({ inputTokens, outputTokens }: Usage): number {
  return inputTokens + outputTokens;
}

/** A column that nobody told anything for says nothing; in a narrow window time and cost are what counts. */
function shownColumns(tasks: readonly TaskRun[], view: View): readonly Column[] {
  const told = COLUMNS.filter(({ text }) => tasks.some(({ usage }) => text(usage) !== ''));
  return view.columns < 60 ? told.filter(({ head }) => head === 'time' || head === 'cost') : told;
}

function heads(columns: readonly Column[]): string {
  return columns.map(({ head, width }) => padStart(head, width)).join('');
}

function numbers(columns: readonly Column[], usage: Usage): string {
  return columns.map(({ text, width }) => padStart(text(usage), width)).join('');
}

type BranchPlace = 'beside' | 'short' | 'below';

/** For all rows the same, or they would not line up: the whole name beside the numbers, its last part, or a line of its own. */
function branchPlace(
  state: RunState,
  tasks: readonly TaskRun[],
  { columns, name }: { readonly columns: readonly Column[]; readonly name: number },
  view: View,
): BranchPlace {
  const left = lineWidth(view) - 2 - name - columnsOf(heads(columns)) - GAP.length;
  const branches = tasks.flatMap((task) => branchOf(state, task) ?? []);
  if (branches.every((branch) => measure([branch], view) <= left)) return 'beside';
  return branches.every((branch) => measure([shortBranch(branch, view)], view) <= left) ? 'short' : 'below';
}

const GAP = '   ';

function shortBranch(branch: string, view: View): string {
  return `${signsOf(view).ellipsis}/${branch.slice(branch.lastIndexOf('/') + 1)}`;
}

function branchHead(state: RunState, branches: BranchPlace, view: View): string {
  if (branches === 'below') return '';
  return branches === 'beside' ? `${GAP}branch` : `${GAP}branch breakwater/${state.run}/${signsOf(view).ellipsis}`;
}

function rowOf(
  state: RunState,
  task: TaskRun,
  { columns, name, branches }: { readonly columns: readonly Column[]; readonly name: number; readonly branches: BranchPlace },
  view: View,
): readonly string[] {
  const branch = branchOf(state, task);
  const width = lineWidth(view);
  const row: Line = ['  ', padEnd(cutEnd(task.id, name - 2, view), name), numbers(columns, task.usage)];
  if (branches === 'below')
    return [fitLine(row, width, view), ...(branch === undefined ? [] : wrapLine(['    '], [dim(branch)], width, view))];
  const named = branch === undefined ? 'no work' : branches === 'beside' ? branch : shortBranch(branch, view);
  return [fitLine([...row, GAP, dim(named)], width, view)];
}
