import type { PlanOptions, ScoutNews } from '@breakwater/api';
import { renderJson, scoutingBegins, scoutingEnds } from '@breakwater/report';
import type { Context } from './command.js';
import { type ExitCode, exitCodeOfStop } from './exit-code.js';
import type { Io } from './io.js';
import { showProgress } from './show-progress.js';

/** Makes a plan with the options it is given, and tells on stderr what scouting may cost, how far it is, and what it did cost. */
export async function watchScouting<T>(options: PlanOptions, io: Io, make: (options: PlanOptions) => Promise<T>): Promise<T> {
  let last: ScoutNews | undefined;
  let progress: ReturnType<typeof showProgress> | undefined;
  const onScout = (news: ScoutNews): void => {
    if (last === undefined) io.err(scoutingBegins(news, io.errView));
    progress ??= showProgress(io, 'sessions');
    progress.show(news.done, news.of);
    last = news;
  };
  try {
    return await make({ ...options, onScout });
  } finally {
    progress?.close();
    if (last !== undefined) io.err(scoutingEnds(last, io.errView));
  }
}

/** A plan of some of the answers would not be made again, so nothing is shown of it. */
export function stoppedWhileScouting(json: boolean, { io, signal }: Context): ExitCode {
  if (json) io.out(renderJson({ stopped: 'while scouting' }));
  else io.err('Stopped: no plan was made. What was answered by then is kept.\n');
  return exitCodeOfStop(signal());
}
