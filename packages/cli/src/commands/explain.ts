import { explain, explainOne, type PlanOptions } from '@breakwater/api';
import { renderExplanation, renderJson, renderTaskExplanation } from '@breakwater/report';
import { type Context, fail } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { stoppedWhileScouting, watchPlanning } from '../watch-planning.js';

export interface ExplainFlags extends PlanOptions {
  readonly json: boolean;
}

/** One task: why it is where it is. Two: how they stand to each other. */
export async function explainCommand(a: string, b: string | undefined, flags: ExplainFlags, context: Context): Promise<ExitCode> {
  return b === undefined ? explainTaskCommand(a, flags, context) : explainPairCommand(a, b, flags, context);
}

async function explainTaskCommand(task: string, flags: ExplainFlags, context: Context): Promise<ExitCode> {
  const answer = await watchPlanning(flags, context, (options) => explainOne(task, options, context.world));
  if (context.world.stop.aborted) return stoppedWhileScouting(flags.json, context);
  if (!answer.ok) return fail(answer.error, context, flags.json);
  const { explanation, plan } = answer.value;
  context.io.out(flags.json ? renderJson(explanation) : renderTaskExplanation(explanation, plan, context.io.outView));
  return EXIT.done;
}

async function explainPairCommand(a: string, b: string, flags: ExplainFlags, context: Context): Promise<ExitCode> {
  const explanation = await watchPlanning(flags, context, (options) => explain(a, b, options, context.world));
  if (context.world.stop.aborted) return stoppedWhileScouting(flags.json, context);
  if (!explanation.ok) return fail(explanation.error, context, flags.json);
  context.io.out(flags.json ? renderJson(explanation.value) : renderExplanation(explanation.value, context.io.outView));
  return EXIT.done;
}
