export { checkRunner, type RunnerQuestion } from './check-runner.js';
export { runCommands } from './command/run-commands.js';
export { sessionEnvironment } from './environment.js';
export { gitMarker, MARKER } from './process/marker.js';
export { isAlive, type ProcessIdentity, processIdentity } from './process/process-identity.js';
export { sweep } from './process/sweep.js';
export { startWatchdog, type Watchdog } from './process/watchdog.js';
export type * from './session.js';
export { startSession } from './start-session.js';
