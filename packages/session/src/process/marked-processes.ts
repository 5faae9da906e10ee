import { readdir, readFile } from 'node:fs/promises';
import { carriesMarker } from './marker.js';

/** A process that carries the marker, with its command line for a person. */
export interface MarkedProcess {
  readonly pid: number;
  readonly command: string;
}

/**
 * All processes but this one whose environment carries the marker, by pid. Reads procfs; a system without it has none to show, and
 * there only process groups are ended.
 */
export async function markedProcesses(marker: string): Promise<readonly MarkedProcess[]> {
  const entries = await readdir('/proc').catch(() => []);
  const pids = entries.filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(pids.filter((pid) => pid !== process.pid).map((pid) => look(pid, marker)));
  return found.filter((one) => one !== undefined).sort((a, b) => a.pid - b.pid);
}

/** Undefined also for processes that are gone or of other users. */
async function look(pid: number, marker: string): Promise<MarkedProcess | undefined> {
  const environment = await readFile(`/proc/${pid}/environ`, 'latin1').catch(() => '');
  if (!carriesMarker(environment, marker)) return undefined;
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return { pid, command: line.replaceAll('\0', ' ').trim() };
}
