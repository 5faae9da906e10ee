import { MARKER, sessionEnvironment } from '@breakwater/session';
import { type LaneUse, laneEnvironment } from './lane-environment.js';
import type { LocalLaneSetting } from './local-lane-setting.js';

export interface Variables {
  /** What is the lane's own: ports, names from templates. */
  readonly own: Readonly<Record<string, string>>;
  /** The whole environment of its processes. */
  readonly environment: Readonly<Record<string, string>>;
  /** The lane's temporary folder. */
  readonly temp: string;
}

/** What the processes of a lane find in their environment. */
export function sessionVariables(setting: LocalLaneSetting, use: LaneUse, marker: string): Variables {
  const own = laneEnvironment(setting.config.lanes.env, use);
  const environment = sessionEnvironment(setting.environment, { ...own, [MARKER]: marker, TMPDIR: use.temp });
  return { own, environment, temp: use.temp };
}
