import type { FailurePolicy, RunEvent, RunReplanned, RunState } from '@breakwater/model';
import { awaitsReview, integrationBranch } from '@breakwater/model';
import { Background } from './background.js';
import { ClaimDesk } from './claims/claim-desk.js';
import { territoryOf } from './claims/territory.js';
import { closeFinished } from './close-finished.js';
import { nextConsequence } from './consequences.js';
import { Halt } from './halt.js';
import { integrateReady } from './integrate/integrate-ready.js';
import { type Action, nextActions } from './next-actions.js';
import { allowsNew, nextDue, wantsEnd } from './pace.js';
import type { Ports } from './ports.js';
import { planned } from './progress.js';
import { openRecorder } from './recorder.js';
import { replannerFor } from './replan.js';
import { settleInterrupted } from './resume.js';
import { fenceOf, type RunInput } from './run-input.js';
import { runTask } from './run-task.js';
import type { RunWorld } from './run-world.js';
import { grantFor } from './task-budget.js';
import { nextLook, noteVerdicts } from './verdicts.js';

/**
 * The loop: note what follows, start as much as allowed, wait for one to end. A new run and a resumed one differ only in the
 * records they begin with. Rejects when the journal cannot be written; whatever runs is asked to stop first.
 */
export async function executeRun(input: RunInput, ports: Ports): Promise<RunState> {
  const recorder = await openRecorder(ports.journal, input.records, opening(input));
  const desk = new ClaimDesk(recorder, { fence: fenceOf(input), territory: territoryOf(input.plan, input.tasks, input.hubs) });
  const halt = new Halt();
  const mayStart = (): boolean => halt.why === undefined && allowsNew(recorder.state(), policyOf(input));
  const replan = replannerFor(recorder, ports.planner, mayStart);
  const world = { input, ports, recorder, desk, replan, background: new Background(), halt };
  if (input.records.length > 0) {
    await settleInterrupted(world);
    await closeFinished(world, { last: true });
  }
  const onStop = (): void => void ports.lanes.stop(input.run);
  ports.stop.addEventListener('abort', onStop, { once: true });
  try {
    await drive(world);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    // A journal that cannot be written is a reason to end here too, and cannot be told in it.
    await recorder.note({ ev: 'run-interrupted', why }).catch(() => undefined);
    throw error;
  } finally {
    ports.stop.removeEventListener('abort', onStop);
  }
  await closeFinished(world, { last: false });
  if (recorder.state().outcome !== 'finished') await recorder.note({ ev: 'run-interrupted', why: await whyStopped(world) });
  return recorder.state();
}

/** For a person. */
async function whyStopped({ input, ports, recorder, halt }: World): Promise<string> {
  if (ports.stop.aborted) return String(ports.stop.reason ?? 'stopped');
  if (halt.why !== undefined) return halt.why;
  if (!allowsNew(recorder.state(), policyOf(input))) return FAILED[policyOf(input)];
  const waiting = recorder.state().tasks.filter((task) => awaitsReview(recorder.state(), task));
  if (waiting.length > 0)
    return `${waiting.map(({ id }) => id).join(', ')} ${waiting.length === 1 ? 'waits' : 'wait'} for a review`;
  return (await ports.lanes.capacity()).lacks ?? 'stopped';
}

const FAILED = {
  'no-new': 'a task failed, and after a failure nothing new is started',
  continue: 'stopped',
  kill: 'a task failed, and after a failure everything is ended',
} as const;

function policyOf({ onFailure = 'continue' }: RunInput): FailurePolicy {
  return onFailure;
}

interface World extends RunWorld {
  readonly desk: ClaimDesk;
  readonly replan: () => RunReplanned | undefined;
}

function opening(input: RunInput): RunEvent {
  if (input.records.length > 0) return { ev: 'run-resumed' };
  const { plan, run } = input;
  const inWaves = plan.waves.flatMap((wave) => wave.flatMap((id) => plan.tasks.filter((task) => task.id === id)));
  return {
    ev: 'run-started',
    run,
    plan: plan.id,
    ...(input.frozen === undefined ? {} : { frozen: input.frozen }),
    base: plan.base.commit,
    baseBranch: plan.base.branch,
    integration: integrationBranch(run),
    concurrency: plan.concurrency,
    ...(plan.schedule === 'stream' ? { schedule: plan.schedule } : {}),
    runner: input.runner.kind,
    ...(input.budgetUsd === undefined ? {} : { budget: input.budgetUsd }),
    ...(input.protection === undefined ? {} : { protection: input.protection }),
    ...(input.reworks === undefined ? {} : { reworks: input.reworks }),
    ...(input.review === undefined || input.review === 'none' ? {} : { review: input.review }),
    tasks: inWaves.map(({ id, wave, after }) => ({ id, wave, after })),
    version: input.version,
  };
}

type InFlight = Map<number, { readonly action: Action; readonly ended: Promise<number> }>;

/** What is under way has come to its end when this settles, also when it rejects: who is asked next finds nobody at work. */
async function drive(world: World): Promise<void> {
  const inFlight: InFlight = new Map();
  try {
    await loop(world, inFlight);
    await world.background.settled();
  } catch (error) {
    await world.ports.lanes.stop(world.input.run);
    await Promise.allSettled([...inFlight.values()].map((one) => one.ended));
    await world.background.quiet();
    throw error;
  }
}

async function loop(world: World, inFlight: InFlight): Promise<void> {
  for (let ticket = 0; ; ) {
    if (!world.ports.stop.aborted) await noteVerdicts(world);
    await noteConsequences(world);
    const busy = [...inFlight.values()].map((one) => one.action);
    for await (const action of begun(await allowed(world, busy), world)) {
      const mine = ticket++;
      inFlight.set(mine, { action, ended: perform(action, world).then(() => mine) });
    }
    const waking = new AbortController();
    const wakened = wakes(world, { over: waking.signal, busy: inFlight.size > 0 });
    if (inFlight.size === 0 && wakened === undefined) return;
    // Only the loop takes entries out, so that two that end together are both seen.
    const ended = await Promise.race([...inFlight.values()].map((one) => one.ended).concat(wakened ?? []));
    waking.abort();
    inFlight.delete(ended);
    if (wantsEnd(world.recorder.state(), policyOf(world.input))) await world.ports.lanes.stop(world.input.run);
  }
}

/** No action. */
const WOKEN = -1;

/** Settles when a task that has to wait may start; undefined when none has to. */
function wakes(world: World, { over, busy }: { over: AbortSignal; busy: boolean }): Promise<number> | undefined {
  const { input, ports, recorder, halt } = world;
  const state = recorder.state();
  if (ports.stop.aborted || halt.why !== undefined || !allowsNew(state, policyOf(input))) return undefined;
  const times = [nextDue(state, ports.clock.now().getTime()), busy ? nextLook(world) : undefined];
  const due = Math.min(...times.flatMap((time) => time ?? []));
  if (due === Number.POSITIVE_INFINITY) return undefined;
  return ports.clock.until(due, AbortSignal.any([over, ports.stop])).then(() => WOKEN);
}

/** The end is told when nothing is under way any more. */
async function noteConsequences({ ports, recorder, background, replan }: World): Promise<void> {
  for (;;) {
    const event = ports.stop.aborted ? undefined : nextConsequence(recorder.state(), replan);
    if (event === undefined) return;
    if (event.ev === 'run-finished') {
      await background.settled();
      await noteBase({ ports, recorder });
    }
    await recorder.note(event);
  }
}

/** A base branch that went on meanwhile is the person's to bring together with the run, so they are told. */
async function noteBase({ ports, recorder }: Pick<World, 'ports' | 'recorder'>): Promise<void> {
  const { base, baseBranch, baseMoved } = recorder.state();
  if (baseBranch === null) return;
  const is = await ports.repository.branchTip(baseBranch);
  if (is === base || (baseMoved !== undefined && baseMoved.is === is)) return;
  await recorder.note({ ev: 'base-moved', branch: baseBranch, ...(is === undefined ? {} : { is }) });
}

async function allowed({ input, ports, recorder, halt }: World, busy: readonly Action[]): Promise<readonly Action[]> {
  const state = recorder.state();
  if (ports.stop.aborted || halt.why !== undefined || state.outcome === 'finished') return [];
  if (wantsEnd(state, policyOf(input))) return [];
  const { slots } = await ports.lanes.capacity();
  const now = {
    slots: allowsNew(state, policyOf(input)) ? Math.min(state.pace.slots, slots) : 0,
    integrating: busy.some((action) => action.do === 'integrate'),
    time: ports.clock.now().getTime(),
  };
  return nextActions(state, now, ports.planner);
}

/** One by one, for what is kept for the first is not there for the second. */
async function* begun(actions: readonly Action[], world: World): AsyncIterable<Action> {
  const { input, ports } = world;
  for (const action of actions) if (!ports.stop.aborted && (await noteStart(action, world))) yield action;
  // To stop while a start was being written down found nobody at work there yet.
  if (ports.stop.aborted) await ports.lanes.stop(input.run);
}

/** Before the act it permits, so that a killed run knows what it had begun. Answers whether it is begun, or waits for money. */
async function noteStart(action: Action, { desk, input, recorder }: World): Promise<boolean> {
  if (action.do === 'integrate') return true;
  const { do: _, ...start } = action;
  const grant = grantFor(recorder.state(), planned(input.tasks, start.task));
  if (grant.grant === 'later') return false;
  await desk.start({ ev: 'task-started', ...start, ...(grant.grant === 'usd' ? { usd: grant.usd } : {}) });
  return true;
}

function perform(action: Action, world: World): Promise<void> {
  return action.do === 'start' ? runTask(action, world) : integrateReady(action.tasks, world);
}
