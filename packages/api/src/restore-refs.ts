import type { Repository } from '@breakwater/git';
import type { RunEvent, RunState } from '@breakwater/model';
import { attemptRef, runRefs } from './places.js';
import { branchRef } from './repository-port.js';

/** Refs of ours that somebody deleted are made again, as far as the journal says what they held and git still has it. Answers what to record. */
export async function restoreRefs(repository: Repository, state: RunState): Promise<readonly RunEvent[]> {
  const ours = await repository.listRefs(runRefs(state.run).prefix);
  const held = new Set(ours.map(({ ref }) => ref));
  if ((await repository.readRef(branchRef(state.run))) !== undefined) held.add(branchRef(state.run));
  const restored: string[] = [];
  for (const [ref, to] of wanted(state)) {
    if (held.has(ref)) continue;
    const { moved } = await repository.moveRef({ ref, from: null, to });
    if (moved) restored.push(ref);
  }
  if (restored.length === 0) return [];
  const text = `refs of this run had been deleted and were made again from the journal: ${restored.join(', ')}`;
  return [{ ev: 'note', text }];
}

/** What holds the plan, the base, the work of every task, and what is integrated. */
function wanted({ run, base, frozen, tip, tasks }: RunState): readonly (readonly [ref: string, to: string])[] {
  const plan = frozen === undefined ? [] : [[runRefs(run).frozen, frozen] as const];
  const work = tasks.flatMap(({ id, state }) =>
    'work' in state && state.work !== undefined ? [[attemptRef(run, id, state.attempt), state.work.commit] as const] : [],
  );
  return [...plan, [runRefs(run).base, base], ...work, [branchRef(run), tip]];
}
