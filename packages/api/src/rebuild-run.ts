import type { Repository } from '@breakwater/git';
import {
  type CommitId,
  commitId,
  integrationBranch,
  NO_USAGE,
  type Recorded,
  type RunEvent,
  type RunId,
  type TaskId,
} from '@breakwater/model';
import { foundAttempts } from './found-attempts.js';
import { type Frozen, thaw } from './frozen.js';
import { attemptRefs, runRefs } from './places.js';
import { REWORKS } from './reworks.js';
import { version } from './version.js';

/**
 * What a run's journal must have said, as far as git still knows: the frozen plan, the first-parent chain of the integration branch,
 * and the attempts that left a branch, a ref or a worktree. Undefined when the plan or the branch is gone: nothing is guessed.
 * What failed or was held is not in git, so such tasks run again; what is in the chain never does.
 */
export async function rebuildRun(repository: Repository, run: RunId): Promise<readonly RunEvent[] | undefined> {
  const tip = await repository.readRef(`refs/heads/${integrationBranch(run)}`);
  const frozen = await thaw(repository, run);
  if (tip === undefined || frozen === undefined) return undefined;
  const chain = await readChain(repository, { run, frozen, tip: commitId(tip) });
  const links = await Promise.all(chain.map((link) => integratedEvents(repository, link)));
  const events = [
    started(run, frozen),
    ...waves(frozen, chain),
    ...links.flat(),
    ...(await begun(repository, run, { frozen, chain })),
  ];
  const text = `its journal was gone and was written anew from git: ${chain.length} of ${frozen.plan.tasks.length} tasks are in the chain`;
  const whole = chain.length === frozen.plan.tasks.length;
  return [...events, whole ? { ev: 'run-finished', tip: commitId(tip) } : { ev: 'note', text }];
}

/** The same as records, for those who only look. */
export function asRecords(events: readonly RunEvent[], t: Date): readonly Recorded[] {
  return events.map((event, seq) => ({ v: 1, seq, t: t.toISOString(), event }));
}

/** One commit of the chain and the task it brought. */
interface Link {
  readonly task: TaskId;
  readonly attempt: number;
  readonly before: CommitId;
  readonly commit: CommitId;
  /** The tip of the attempt. */
  readonly work: CommitId;
}

/** Far beyond the tasks a plan may have. */
const MOST = 10_000;

/**
 * Oldest first. A trailer counts only on the first-parent chain, and only when the second parent is a tip we kept for that very
 * attempt: sessions can write trailers too.
 */
async function readChain(
  repository: Repository,
  { run, frozen, tip }: { readonly run: RunId; readonly frozen: Frozen; readonly tip: CommitId },
): Promise<readonly Link[]> {
  const log = await repository.history(tip).read(MOST, frozen.plan.base.commit);
  const facts = await repository.commitFacts(log.map(({ commit }) => commit));
  const kept = new Map(
    (await repository.listRefs(attemptRefs(run))).map(({ ref, id }) => [ref.slice(attemptRefs(run).length), id]),
  );
  const links = log.flatMap(({ commit, message }, n): readonly Link[] => {
    const [before, work] = facts[n]?.parents ?? [];
    const task = frozen.plan.tasks.find(({ id }) => id === trailer(message, 'Breakwater-Task'))?.id;
    const attempt = Number(trailer(message, 'Breakwater-Attempt'));
    if (before === undefined || work === undefined || task === undefined) return [];
    return kept.get(`${task}/${attempt}`) === work ? [{ task, attempt, before, commit, work }] : [];
  });
  return links.reverse();
}

function trailer(message: string, name: string): string | undefined {
  return message
    .split('\n')
    .findLast((line) => line.startsWith(`${name}: `))
    ?.slice(name.length + 2);
}

function started(run: RunId, { plan, runner, budgetUsd, protection, review = 'none' }: Frozen): RunEvent {
  const inWaves = plan.waves.flatMap((wave) => wave.flatMap((id) => plan.tasks.filter((task) => task.id === id)));
  return {
    ev: 'run-started',
    run,
    plan: plan.id,
    base: plan.base.commit,
    baseBranch: plan.base.branch,
    integration: integrationBranch(run),
    concurrency: plan.concurrency,
    ...(plan.schedule === 'stream' ? { schedule: plan.schedule } : {}),
    runner: runner.kind,
    ...(budgetUsd === undefined ? {} : { budget: budgetUsd }),
    ...(protection === undefined ? {} : { protection }),
    reworks: REWORKS,
    ...(review === 'none' ? {} : { review }),
    tasks: inWaves.map(({ id, wave, after }) => ({ id, wave, after })),
    version: version(),
  };
}

/** The first wave with a task that is not in the chain goes on, from where the chain stood when it began. */
function waves({ plan }: Frozen, chain: readonly Link[]): readonly RunEvent[] {
  const waveOf = (id: TaskId): number => plan.tasks.find((task) => task.id === id)?.wave ?? 0;
  const open = plan.tasks.filter(({ id }) => !chain.some((link) => link.task === id)).map(({ wave }) => wave);
  if (plan.schedule === 'stream') return [];
  const wave = open.length === 0 ? plan.waves.length : Math.min(...open);
  const base = chain.findLast(({ task }) => waveOf(task) < wave)?.commit ?? plan.base.commit;
  return [{ ev: 'wave-started', wave, base }];
}

async function integratedEvents(
  repository: Repository,
  { task, attempt, before, commit, work }: Link,
): Promise<readonly RunEvent[]> {
  const changes = await repository.changes(before, commit);
  const drift = { unpredicted: [], untouched: [], alsoChangedBy: [] };
  return [
    { ev: 'task-started', task, attempt, lane: 0, base: before },
    { ev: 'task-committed', task, work: { base: before, commit: work, changes, savedByUs: false, drift }, usage: NO_USAGE },
    { ev: 'task-verified', task, old: before, candidate: commit, seconds: 0 },
    { ev: 'task-integrated', task, commit },
  ];
}

/** Attempts that are not in the chain are as good as running: what they left is saved and they begin anew, as after any kill. */
async function begun(
  repository: Repository,
  run: RunId,
  { frozen, chain }: { readonly frozen: Frozen; readonly chain: readonly Link[] },
): Promise<readonly RunEvent[]> {
  const attempts = await foundAttempts(repository, run);
  const open = frozen.plan.tasks.filter(({ id }) => !chain.some((link) => link.task === id));
  const base = commitId((await repository.readRef(runRefs(run).base)) ?? frozen.plan.base.commit);
  return open.flatMap(({ id }, lane) => {
    const attempt = attempts.get(id);
    return attempt === undefined ? [] : [{ ev: 'task-started' as const, task: id, attempt, lane, base }];
  });
}
