import type { Diagnostic } from '@breakwater/model';
import type { Located } from '../parse/located.js';
import type { WrittenConfig } from '../schema/written-config.js';

/** A configuration as read, its form right. */
export interface WrittenAt {
  readonly written: WrittenConfig;
  readonly located: Located;
}

/** One rule about the configuration, which finds every place that breaks it. */
export type ConfigCheck = (config: WrittenAt) => readonly Diagnostic[];
