import type { Plan, TaskId } from '@breakwater/model';
import { type Line, spansOf } from '../line.js';
import { type Html, html } from './html.js';

/** The number of each task on the page, in plan order: names are long, and a matrix needs short heads. */
export type Roster = ReadonlyMap<string, number>;

export function rosterOf(plan: Plan): Roster {
  return new Map(plan.waves.flat().map((id, at) => [id, at + 1]));
}

/** The name of a task, leading to its card. */
export function taskLink(id: TaskId | string, roster: Roster): Html {
  const number = roster.get(id);
  return number === undefined ? html`<b>${id}</b>` : html`<a href="#t${number}">${id}</a>`;
}

/** A sentence made for the terminal. What is strong in one is a task's name or a word to notice. */
export function sentence(line: Line, roster: Roster): Html {
  return html`${spansOf(line).map(({ text, role, whole }) => {
    if (role === 'strong') return taskLink(text, roster);
    return whole === true ? html`<code>${text}</code>` : text;
  })}`;
}
