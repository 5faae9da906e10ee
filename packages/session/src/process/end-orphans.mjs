/**
 * Ends what an orchestrator started when the orchestrator itself dies, be it by kill -9. It waits on a pipe that the system closes
 * when the last holder is gone; one byte beforehand is the word that nothing needs to be ended. Plain JavaScript, for it runs as a
 * process of its own, whether we run from sources or are installed. Reads procfs; elsewhere it finds nothing to end.
 *
 * Arguments: the variable that marks processes, and the end of its value that marks those of this orchestrator.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const [variable, ending] = process.argv.slice(2);
/** Milliseconds between TERM and KILL: a git takes its lock files away, a session writes down where it is. */
const GRACE = 500;
const LOOK = 20;
/** One look can miss a process that is just being started by another. */
const EMPTY_LOOKS = 3;
/** Looks after KILL; what cannot be killed then is left to the system. */
const LOOKS = 200;

let dismissed = false;
process.stdin.on('data', () => {
  dismissed = true;
});
process.stdin.on('error', endAll);
process.stdin.on('end', endAll);
// A signal for the whole terminal must not take away the one who cleans up.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);

async function endAll() {
  if (dismissed) process.exit(0);
  for (const pid of marked()) send(pid, 'SIGTERM');
  for (let waited = 0; waited < GRACE && marked().length > 0; waited += LOOK) await wait(LOOK);
  for (let look = 0, empty = 0; look < LOOKS && empty < EMPTY_LOOKS; look += 1) {
    const left = marked();
    for (const pid of left) send(pid, 'SIGKILL');
    empty = left.length === 0 ? empty + 1 : 0;
    await wait(LOOK);
  }
  process.exit(0);
}

function marked() {
  return list('/proc')
    .filter((name) => /^\d+$/.test(name) && isMarked(name))
    .map(Number);
}

function isMarked(pid) {
  const start = `${variable}=`;
  return read(`/proc/${pid}/environ`)
    .split('\0')
    .some((entry) => entry.startsWith(start) && entry.endsWith(ending));
}

function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended in the same moment.
  }
}

function list(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
