import { readdirSync, readFileSync } from 'node:fs';

/** Kills every process whose environment has this entry, as often as new ones come. Where there is no procfs, none is found. */
export function killMarked(entry: string): void {
  for (let round = 0; round < ROUNDS; round += 1) {
    const found = marked(entry);
    if (found.length === 0) return;
    for (const pid of found) kill(pid);
  }
}

const ROUNDS = 10;

function marked(entry: string): readonly number[] {
  return entriesOf('/proc').filter((pid) => environmentOf(pid).includes(entry));
}

function entriesOf(folder: string): readonly number[] {
  try {
    return readdirSync(folder).flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []));
  } catch {
    return [];
  }
}

/** Empty for one that ended and for one that is not ours. */
function environmentOf(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended in the same moment.
  }
}
