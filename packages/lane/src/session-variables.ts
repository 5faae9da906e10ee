import { commandEnvironment, MARKER, sessionEnvironment } from '@breakwater/session';
import { type LaneUse, laneEnvironment } from './lane-environment.js';
import type { LocalLaneSetting } from './local-lane-setting.js';

export interface Variables {
  /** What is the lane's own: ports, names from templates. */
  readonly own: Readonly<Record<string, string>>;
  /** The whole environment of its session. */
  readonly environment: Readonly<Record<string, string>>;
  /** The lane's temporary folder. */
  readonly temp: string;
  /** The same for prepare, verify and teardown commands: of the person's own only what builds need, and what they allow. */
  readonly commands: Readonly<Record<string, string>>;
}

/** What the processes of a lane find in their environment. */
export function sessionVariables(setting: LocalLaneSetting, use: LaneUse, marker: string): Variables {
  const own = laneEnvironment(setting.config.lanes.env, use);
  const given = { ...own, [MARKER]: marker, TMPDIR: use.temp };
  const outer = commandEnvironment(setting.environment, setting.config.environment ?? []).given;
  return {
    own,
    environment: sessionEnvironment(setting.environment, given),
    commands: sessionEnvironment(outer, given),
    temp: use.temp,
  };
}
