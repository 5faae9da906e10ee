import type { News } from '@breakwater/model';
import type { LocalLaneSetting } from './local-lanes.js';

/** What one lane works with. */
export interface LaneWorld {
  readonly setting: LocalLaneSetting;
  readonly news: (news: News) => void;
  /** Aborted when the lane is asked to stop. */
  readonly signal: AbortSignal;
}
