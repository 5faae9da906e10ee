import type { RunEvent, RunState } from '@breakwater/model';
import { integrationBranch } from '@breakwater/model';
import { ClaimDesk } from './claims/claim-desk.js';
import { territoryOf } from './claims/territory.js';
import { nextConsequence } from './consequences.js';
import { integrateReady } from './integrate/integrate-ready.js';
import { type Action, nextActions } from './next-actions.js';
import type { Ports } from './ports.js';
import { openRecorder, type Recorder } from './recorder.js';
import { settleInterrupted } from './resume.js';
import { fenceOf, type RunInput } from './run-input.js';
import { runTask } from './run-task.js';

/**
 * The loop: note what follows, start as much as allowed, wait for one to end. A new run and a resumed one differ only in the
 * records they begin with. Rejects when the journal cannot be written; whatever runs is asked to stop first.
 */
export async function executeRun(input: RunInput, ports: Ports): Promise<RunState> {
  const recorder = await openRecorder(ports.journal, input.records, opening(input));
  const desk = new ClaimDesk(recorder, { fence: fenceOf(input), territory: territoryOf(input.plan, input.tasks, input.hubs) });
  const world = { input, ports, recorder, desk };
  if (input.records.length > 0) await settleInterrupted(world);
  const onStop = (): void => void ports.lanes.stop(input.run);
  ports.stop.addEventListener('abort', onStop, { once: true });
  try {
    await drive(world);
  } catch (error) {
    await ports.lanes.stop(input.run);
    throw error;
  } finally {
    ports.stop.removeEventListener('abort', onStop);
  }
  if (recorder.state().outcome !== 'finished')
    await recorder.note({ ev: 'run-interrupted', why: String(ports.stop.reason ?? 'stopped') });
  return recorder.state();
}

interface World {
  readonly input: RunInput;
  readonly ports: Ports;
  readonly recorder: Recorder;
  readonly desk: ClaimDesk;
}

function opening(input: RunInput): RunEvent {
  if (input.records.length > 0) return { ev: 'run-resumed' };
  const { plan, run } = input;
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
    runner: input.runner.kind,
    ...(input.budgetUsd === undefined ? {} : { budget: input.budgetUsd }),
    ...(input.protection === undefined ? {} : { protection: input.protection }),
    tasks: inWaves.map(({ id, wave, after }) => ({ id, wave, after })),
    version: input.version,
  };
}

async function drive(world: World): Promise<void> {
  const inFlight = new Map<number, { readonly action: Action; readonly ended: Promise<number> }>();
  for (let ticket = 0; ; ) {
    await noteConsequences(world);
    const busy = [...inFlight.values()].map((one) => one.action);
    for (const action of await allowed(world, busy)) {
      const mine = ticket++;
      await noteStart(action, world);
      inFlight.set(mine, { action, ended: perform(action, world).then(() => mine) });
    }
    if (inFlight.size === 0) return;
    // Only the loop takes entries out, so that two that end together are both seen.
    inFlight.delete(await Promise.race([...inFlight.values()].map((one) => one.ended)));
  }
}

async function noteConsequences({ ports, recorder }: World): Promise<void> {
  for (;;) {
    const event = ports.stop.aborted ? undefined : nextConsequence(recorder.state());
    if (event === undefined) return;
    await recorder.note(event);
  }
}

async function allowed({ ports, recorder }: World, busy: readonly Action[]): Promise<readonly Action[]> {
  const state = recorder.state();
  if (ports.stop.aborted || state.outcome === 'finished') return [];
  const slots = Math.min(state.concurrency, await ports.lanes.capacity());
  const now = { slots, integrating: busy.some((action) => action.do === 'integrate') };
  return nextActions(state, now, ports.planner);
}

/** Before the act it permits, so that a killed run knows what it had begun. */
async function noteStart(action: Action, { desk }: World): Promise<void> {
  if (action.do === 'integrate') return;
  const { task, attempt, lane, base } = action;
  await desk.start({ ev: 'task-started', task, attempt, lane, base });
}

function perform(action: Action, world: World): Promise<void> {
  return action.do === 'start' ? runTask(action, world) : integrateReady(action.tasks, world);
}
