import type { News } from '@breakwater/model';
import type { LocalLaneSetting } from './local-lane-setting.js';

/** What one lane works with. */
export interface LaneWorld {
  readonly setting: LocalLaneSetting;
  readonly news: (news: News) => void;
  /** Aborted when the lane is asked to stop. */
  readonly signal: AbortSignal;
}
