import type { PlanOptions, ScoutNews } from '@breakwater/api';
import { scoutingBegins, scoutingEnds } from '@breakwater/report';
import type { Io } from './io.js';
import { showProgress } from './show-progress.js';

/** Makes a plan with the options it is given, and tells on stderr what scouting may cost, how far it is, and what it did cost. */
export async function watchScouting<T>(options: PlanOptions, io: Io, make: (options: PlanOptions) => Promise<T>): Promise<T> {
  let last: ScoutNews | undefined;
  let progress: ReturnType<typeof showProgress> | undefined;
  const onScout = (news: ScoutNews): void => {
    if (last === undefined) io.err(scoutingBegins(news));
    progress ??= showProgress(io, 'sessions');
    progress.show(news.done, news.of);
    last = news;
  };
  try {
    return await make({ ...options, onScout });
  } finally {
    progress?.close();
    if (last !== undefined) io.err(scoutingEnds(last));
  }
}
