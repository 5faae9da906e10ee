import type { LaneNews, RunEvent } from '@breakwater/model';
import type { Ports } from './ports.js';
import type { Recorder } from './recorder.js';

/** Warnings, phases, session ids and what changed in git are worth a record, the rest is for whoever watches. */
export function newsTo(ports: Ports, recorder: Recorder): (news: LaneNews) => void {
  const warn = warningsTo(ports, recorder);
  return (lane) => {
    warn(lane);
    const { id, news } = lane;
    if (news.kind === 'phase') recordLater(recorder, { ev: 'task-phase', task: id.task, phase: news.phase });
    if (news.kind === 'session') recordLater(recorder, { ev: 'session-started', task: id.task, sessionId: news.sessionId });
    if (news.kind === 'git-changed') {
      const { kind: _, ...changed } = news;
      recordLater(recorder, { ev: 'task-git-changed', task: id.task, ...changed });
    }
  };
}

/** Where no session is at work only warnings are worth a record. */
export function warningsTo(ports: Ports, recorder: Recorder): (news: LaneNews) => void {
  return (lane) => {
    const { id, news } = lane;
    ports.onNews(lane);
    if (news.kind === 'warning') recordLater(recorder, { ev: 'note', task: id.task, text: news.text });
  };
}

/** A journal that refuses also refuses the next record, and that one is awaited; so nothing is lost by not waiting here. */
function recordLater(recorder: Recorder, event: RunEvent): void {
  recorder.note(event).catch(() => undefined);
}
