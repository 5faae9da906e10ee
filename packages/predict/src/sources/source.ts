import type { Finding } from '../finding.js';
import type { Ground } from '../ground/ground.js';
import type { Reading } from '../reading.js';

/** One way to tell which files a task will write. */
export interface Source {
  readonly name: string;
  /** `found`: what the sources before it in the table found. */
  readonly find: (reading: Reading, ground: Ground, found: readonly Finding[]) => readonly Finding[];
}
