import type { GitVersion } from './git-version.js';
import type { DriverPins } from './run/driver-pins.js';
import type { ReadGit } from './run/read-git.js';
import type { RunGit } from './run/run-git.js';

/** An opened repository as the operations see it. */
export interface Git {
  readonly root: string;
  /** The git directory of the checkout the command was started in: its HEAD and index. */
  readonly directory: string;
  readonly commonDirectory: string;
  readonly bare: boolean;
  readonly version: GitVersion;
  readonly environment: Readonly<Record<string, string>>;
  readonly run: RunGit;
  readonly read: ReadGit;
  readonly pins: DriverPins;
}
