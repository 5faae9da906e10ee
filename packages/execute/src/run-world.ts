import type { Background } from './background.js';
import type { Halt } from './halt.js';
import type { Ports } from './ports.js';
import type { Recorder } from './recorder.js';
import type { RunInput } from './run-input.js';

/** What every step of the loop works with. */
export interface RunWorld {
  readonly input: RunInput;
  readonly ports: Ports;
  readonly recorder: Recorder;
  readonly background: Background;
  readonly halt: Halt;
}
