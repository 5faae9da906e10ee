import type { PlanOptions, ScoutNews } from '@breakwater/api';
import { renderJson, scoutingBegins, scoutingEnds } from '@breakwater/report';
import type { Context } from './command.js';
import { type ExitCode, exitCodeOfStop } from './exit-code.js';
import { showProgress } from './show-progress.js';

/** Milliseconds. A plan that is there so soon needs no word before. */
const PATIENCE = 250;

/**
 * Makes a plan with the options it is given, and tells on stderr how far it is with reading, where that takes a while, and with
 * scouting: what that may cost, and what it did cost.
 */
export async function watchPlanning<T>(
  options: PlanOptions,
  { io, world }: Pick<Context, 'io' | 'world'>,
  make: (options: PlanOptions) => Promise<T>,
): Promise<T> {
  const begin = world.monotonic();
  let last: ScoutNews | undefined;
  let progress: { readonly noun: string; readonly shown: ReturnType<typeof showProgress> } | undefined;
  const show = (noun: string, done: number, of: number): void => {
    if (progress?.noun !== noun) {
      progress?.shown.close();
      progress = { noun, shown: showProgress(io, noun) };
    }
    progress.shown.show(done, of);
  };
  const onRead = (done: number, of: number): void => {
    if (world.monotonic() - begin > PATIENCE) show('files read', done, of);
  };
  const onScout = (news: ScoutNews): void => {
    progress?.shown.close();
    if (last === undefined) io.err(scoutingBegins(news, io.errView));
    show('sessions', news.done, news.of);
    last = news;
  };
  try {
    return await make({ ...options, onRead, onScout });
  } finally {
    progress?.shown.close();
    if (last !== undefined) io.err(scoutingEnds(last, io.errView));
  }
}

/** A plan of some of the answers would not be made again, so nothing is shown of it. */
export function stoppedWhileScouting(json: boolean, { io, signal }: Context): ExitCode {
  if (json) io.out(renderJson({ stopped: 'while scouting' }));
  else io.err('Stopped: no plan was made. What was answered by then is kept.\n');
  return exitCodeOfStop(signal());
}
