import type { LaneHandler, News } from '@breakwater/model';
import type { Installs } from './install/installs.js';
import type { PortLeases } from './lane-ports.js';
import type { LocalLaneSetting } from './local-lane-setting.js';

/** What one lane works with. */
export interface LaneWorld {
  readonly setting: LocalLaneSetting;
  readonly news: (news: News) => void;
  /** Asks the orchestrator. */
  readonly ask: LaneHandler['ask'];
  /** Aborted when the lane is asked to stop. */
  readonly signal: AbortSignal;
  /** Ports of all lanes of this process. */
  readonly ports: PortLeases;
  /** Installs of all lanes of this process. */
  readonly installs: Installs;
}
