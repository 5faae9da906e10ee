import type { Failure, Result } from '@breakwater/model';
import { type Planned, type PlanOptions, plan } from './plan.js';
import { planFromFile } from './plan-file.js';
import type { World } from './world.js';

/** What is to be planned: the tasks as they are written now, or exactly what the document of a plan made before says. */
export interface PlanOrder {
  readonly options: PlanOptions;
  readonly document?: { readonly file: string; readonly replan: boolean };
}

export type Planner = (order: PlanOrder, world: World) => Promise<Result<Planned, Failure>>;

/** Plans in this process. */
export const planHere: Planner = ({ options, document }, world) =>
  document === undefined ? plan(options, world) : planFromFile(document.file, { ...options, replan: document.replan }, world);
