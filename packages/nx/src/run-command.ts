import type { World } from '@breakwater/api';
import type { Io } from 'breakwater';
import { calm } from './calm.js';
import { dropOwnPlan } from './drop-own-plan.js';
import type { ExecutorContext, Options } from './nx-types.js';
import { projectsOf } from './projects-of.js';
import { wordsOf } from './words-of.js';

/**
 * Runs one command of ours inside Nx. What it needs is loaded only now: Nx loads this file's package for every command of its own.
 */
export async function runCommand(
  command: 'plan' | 'execute',
  options: Options,
  context: ExecutorContext,
): Promise<{ success: boolean }> {
  const { main, planProcess, realIo, stopSignalsFor } = await import('breakwater');
  const { realWorld } = await import('@breakwater/api');
  const words = wordsOf(command, options, context);
  const own = calm(process);
  const { signal, ...asked } = stopSignalsFor(words, own.process);
  const world: World = {
    ...realWorld(asked),
    cwd: context.root,
    environment: withoutForcedColour(process.env),
    ...(context.projectGraph === undefined ? {} : { projects: projectsOf(context.projectGraph) }),
  };
  if (command === 'plan') for (const output of ['out', 'html']) await dropOwnPlan(options[output], context.root);
  try {
    const io = plain(realIo(process.env));
    return { success: (await main(words, { io, world, planner: planProcess(), signal })) === 0 };
  } finally {
    own.leave();
  }
}

/** It is installed beside the plugin, and on nobody's PATH. */
const PROGRAM = 'npx breakwater';

/** The terminal is Nx's: nothing of it is repainted, and nobody is asked. */
function plain(io: Io): Io {
  return {
    out: io.out,
    err: io.err,
    get outView() {
      return { ...io.outView, program: PROGRAM };
    },
    get errView() {
      return { ...io.errView, program: PROGRAM };
    },
    canAsk: false,
  };
}

/** Nx sets it so that we colour what it captures; a session would take it for the person's word. */
function withoutForcedColour({ FORCE_COLOR: _, ...environment }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return environment;
}
