import { explain, type PlanOptions } from '@breakwater/api';
import { renderExplanation, renderJson } from '@breakwater/report';
import { type Context, fail } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { stoppedWhileScouting, watchScouting } from '../watch-scouting.js';

export interface ExplainFlags extends PlanOptions {
  readonly json: boolean;
}

export async function explainCommand(a: string, b: string, flags: ExplainFlags, context: Context): Promise<ExitCode> {
  const explanation = await watchScouting(flags, context.io, (options) => explain(a, b, options, context.world));
  if (context.world.stop.aborted) return stoppedWhileScouting(flags.json, context);
  if (!explanation.ok) return fail(explanation.error, context, flags.json);
  context.io.out(flags.json ? renderJson(explanation.value) : renderExplanation(explanation.value, context.io.outView));
  return EXIT.done;
}
