import type { Plan } from '@breakwater/model';
import { count } from '../quantities.js';

/** `main at 4f1c2a9`: what the sessions start from. */
export function baseText({ base }: Plan): string {
  const commit = base.commit.slice(0, 7);
  return base.branch === null ? `commit ${commit}` : `${base.branch} at ${commit}`;
}

/** `8 tasks in 3 waves`. */
export function sizeText({ tasks, waves }: Plan): string {
  return `${count(tasks.length, 'task')} in ${count(waves.length, 'wave')}`;
}

/** What goes on behind that: how many run at once, where that says anything. */
export function limitText({ tasks, waves, concurrency }: Plan, short = false): string {
  if (tasks.length === 1) return '';
  if (waves.length === 1) return ': all can run together';
  return short ? `, ${concurrency} at once` : `, at most ${count(concurrency, 'session')} at once`;
}
