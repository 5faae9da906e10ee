import type { LaneNews } from '@breakwater/model';
import { safeText } from '../safe-text.js';

/** News that is worth a line though it is no event: a warning, `name  text`. */
export function plainNews({ id, news }: LaneNews): string | undefined {
  return news.kind === 'warning' ? `${safeText(id.task)}  ${safeText(news.text)}` : undefined;
}
