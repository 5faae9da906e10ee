import { type Backtested, type BacktestOptions, backtest } from '@breakwater/api';
import { type NextCommand, renderBacktest, renderJson, safeText } from '@breakwater/report';
import { type Context, fail, warn } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { showProgress } from '../show-progress.js';

export interface BacktestFlags extends BacktestOptions {
  readonly json: boolean;
  readonly write: boolean;
}

export async function backtestCommand(flags: BacktestFlags, context: Context): Promise<ExitCode> {
  const { io, world } = context;
  const progress = showProgress(io, 'plans');
  const measured = await backtest({ ...flags, onProgress: progress.show }, world).finally(progress.close);
  if (!measured.ok) return fail(measured.error, context, flags.json);
  if (world.stop.aborted) io.err('Stopped: these figures are of the plans that were replayed by then.\n');
  warn(measured.value.warnings, io);
  io.out(answer(measured.value, flags, io));
  if (measured.value.wrote !== undefined) io.err(`Set in ${safeText(measured.value.wrote)}\n`);
  return world.stop.aborted ? EXIT.interrupted : EXIT.done;
}

function answer(measured: Backtested, flags: BacktestFlags, io: Io): string {
  const { backtest: figures, wrote } = measured;
  if (flags.json) return renderJson({ ...figures, ...(wrote === undefined ? {} : { wrote }) });
  return renderBacktest(figures, nextOf(measured, flags), io.outView);
}

function nextOf({ backtest: { recommended }, wrote }: Backtested, { write }: BacktestFlags): readonly NextCommand[] {
  if (wrote !== undefined) return [{ label: 'see it', command: 'breakwater plan' }];
  return recommended === undefined || write ? [] : [{ label: 'use it', command: 'breakwater backtest --write' }];
}
