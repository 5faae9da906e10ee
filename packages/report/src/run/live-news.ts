import { type LaneNews, type Phase, type TaskId, type Usage, unreachable } from '@breakwater/model';

/** What is known of a working task beyond the journal: for the eye, decisions rest on events. */
export interface TaskNews {
  readonly attempt: number;
  readonly phase: Phase;
  /** Of the phase, e.g. the command that verifies. */
  readonly detail?: string;
  /** What the session does now. */
  readonly activity?: string;
  readonly usage?: Usage;
  /** When it last said anything, ISO 8601. */
  readonly quietSince: string;
}

export type LiveNews = ReadonlyMap<TaskId, TaskNews>;

export const NO_NEWS: LiveNews = new Map();

/** What is known after a piece of news. News of an attempt that is over says nothing about the present one. */
export function foldNews(live: LiveNews, { id, news }: LaneNews, now: string): LiveNews {
  const known = live.get(id.task);
  if (known !== undefined && known.attempt > id.attempt) return live;
  const before = known?.attempt === id.attempt ? known : { attempt: id.attempt, phase: 'open' as const };
  return new Map(live).set(id.task, { ...after(before, news), quietSince: now });
}

type Known = Omit<TaskNews, 'quietSince'>;

function after(before: Known, news: LaneNews['news']): Known {
  switch (news.kind) {
    case 'phase': {
      const { attempt, usage } = before;
      const detail = news.detail === undefined ? {} : { detail: news.detail };
      return { attempt, phase: news.phase, ...detail, ...(usage === undefined ? {} : { usage }) };
    }
    case 'activity':
      return { ...before, activity: news.text };
    case 'usage':
      return { ...before, usage: news.usage };
    case 'session':
    case 'git-changed':
    case 'warning':
      return before;
    default:
      return unreachable(news);
  }
}
