import { err, type Failure, ok, type Result } from '@breakwater/model';
import { expectedFailure } from './expected-failure.js';
import type { Planned } from './plan.js';
import { type PlanOrder, planHere } from './plan-order.js';
import type { ScoutNews } from './scout.js';
import { realWorld, type World } from './world.js';

/** What `planApart` asks of the process that plans. */
export interface PlanMessage extends Pick<World, 'cwd' | 'projects'> {
  readonly order: PlanOrder;
}

/** How far reading and scouting have come, any number of times; then the plan, or where a fault of ours arose. */
export type PlanAnswer =
  | { readonly read: { readonly done: number; readonly of: number } }
  | { readonly scout: ScoutNews }
  | { readonly planned: Result<Omit<Planned, 'repository'>, Failure> }
  | { readonly fault: string };

/**
 * The whole of a process that plans for another one: takes one order, answers it, and ends. `listen`: how it hears that it is to stop,
 * asked once it is known whether it will start sessions.
 */
export function answerPlan(process: NodeJS.Process, listen: (scouts: boolean) => Pick<World, 'stop' | 'hurry'>): void {
  // Whoever asked is gone.
  const leave = () => process.exit();
  process.once('disconnect', leave);
  process.once('message', async ({ order, cwd, projects }: PlanMessage) => {
    const world = { ...realWorld(listen(order.options.scout === 'ask')), cwd, ...(projects === undefined ? {} : { projects }) };
    const answer = await answerTo(order, world, (news) => send(process, news));
    process.off('disconnect', leave);
    send(process, answer, () => process.disconnect());
  });
}

async function answerTo(order: PlanOrder, world: World, tell: (news: PlanAnswer) => void): Promise<PlanAnswer> {
  const onRead = (done: number, of: number) => tell({ read: { done, of } });
  const onScout = (scout: ScoutNews) => tell({ scout });
  try {
    const planned = await planHere({ ...order, options: { ...order.options, onRead, onScout } }, world);
    if (!planned.ok) return { planned };
    const { repository: _, ...data } = planned.value;
    return { planned: ok(data) };
  } catch (error) {
    const failure = expectedFailure(error);
    if (failure !== undefined) return { planned: err(failure) };
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** An answer that nobody takes any more is no fault. */
function send(process: NodeJS.Process, answer: PlanAnswer, sent: () => void = () => undefined): void {
  process.send?.(answer, undefined, undefined, sent);
}
