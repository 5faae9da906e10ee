import type { LaneId, LaneNews, News } from '@breakwater/model';
import { laneKey } from './places.js';

/** Numbers the news of each lane, so that a listener can put them in order and drop doubles. */
export class NewsLine {
  private readonly last = new Map<string, number>();

  to(id: LaneId, listener: (news: LaneNews) => void): (news: News) => void {
    const key = laneKey(id);
    return (news) => {
      const seq = (this.last.get(key) ?? 0) + 1;
      this.last.set(key, seq);
      listener({ id, seq, news });
    };
  }
}
