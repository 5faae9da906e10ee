import type { CommitId, RegenerateOrder, Work } from '@breakwater/model';
import { warningsTo } from '../lane-news.js';
import type { RunWorld } from '../run-world.js';
import { haltedBy } from './halted-by.js';
import { hubRuleOf } from './hub-policies.js';
import type { Link, Merge } from './link.js';

type Rule = RegenerateOrder['rules'][number];

/**
 * The rules with a file that the work changed, and so did what it is merged onto since the work began; and those with one that was settled
 * when the work was taken up again, for there it is as it was integrated, without what the work would have made of it.
 */
export async function rulesToRun(work: Work, onto: CommitId, { input, ports }: RunWorld): Promise<readonly Rule[]> {
  const ruleOf = hubRuleOf(input.hubs ?? []);
  const isMade = (path: string): boolean => ruleOf(path)?.policy === 'regenerate';
  const ours = work.changes.map(({ path }) => path).filter(isMade);
  const settled = (work.settled ?? []).filter(isMade);
  if (ours.length + settled.length === 0) return [];
  const before = new Set((await ports.repository.changes(work.base, onto)).map(({ path }) => path));
  const found = new Set([...ours.filter((path) => before.has(path)), ...settled].map(ruleOf));
  return [...found].flatMap((rule) => (rule?.command === undefined ? [] : [{ files: rule.files, command: rule.command }]));
}

/** The link with those files made anew on its tree; what else the commands changed is left out. */
export async function regenerate(link: Link, rules: readonly Rule[], { input, ports, recorder, halt }: RunWorld): Promise<Merge> {
  if (ports.stop.aborted) return { merge: 'stopped' };
  const prepare = input.prepare === undefined ? {} : { prepare: input.prepare };
  const end = await ports.lanes.regenerate(
    { version: 1, run: input.run, task: link.task, base: link.onto, head: link.commit, rules, ...prepare },
    { ask: async () => ({ answer: 'refused', why: 'nobody asks where files are made anew' }), news: warningsTo(ports, recorder) },
  );
  if (end.end === 'stopped' || haltedBy(end, halt) !== undefined) return { merge: 'stopped' };
  if (end.end === 'failed') return { merge: 'failed', link, failure: end.failure };
  const notes = [...(link.notes ?? []), ...leftOut(rules, end.left)];
  return { merge: 'made', link: { ...link, commit: end.commit, notes } };
}

function leftOut(rules: readonly Rule[], paths: readonly string[]): readonly string[] {
  const commands = rules.map(({ command }) => command).join(', ');
  return paths.length === 0 ? [] : [`left out what else changed when files were made anew by ${commands}: ${paths.join(', ')}`];
}
