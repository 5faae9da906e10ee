export { FLAGS, type FlagName } from './flags.js';
export { type Io, realIo } from './io.js';
export { main } from './main.js';
export { planProcess } from './plan-process.js';
export { flagsOf } from './program.js';
export { listenForStop, type StopSignals, stopSignalsFor } from './stop-signals.js';
