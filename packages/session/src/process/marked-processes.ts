import { readdir, readFile } from 'node:fs/promises';
import { carriesMarker } from './marker.js';

/** A process that carries the marker, with its command line for a person. */
export interface MarkedProcess {
  readonly pid: number;
  readonly command: string;
}

/**
 * All processes but this one whose environment carries the marker, by pid; each is handed to `onFound` the moment it is seen.
 * Reads procfs; a system without it has none to show, and there only process groups are ended.
 */
export async function markedProcesses(
  marker: string,
  onFound: (pid: number) => void = () => undefined,
): Promise<readonly MarkedProcess[]> {
  const entries = await readdir('/proc').catch(() => []);
  const pids = entries.filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(pids.filter((pid) => pid !== process.pid).map((pid) => look(pid, marker, onFound)));
  return found.filter((one) => one !== undefined).sort((a, b) => a.pid - b.pid);
}

/** Undefined also for processes that are gone or of other users. */
async function look(pid: number, marker: string, onFound: (pid: number) => void): Promise<MarkedProcess | undefined> {
  const environment = await readText(`/proc/${pid}/environ`);
  if (!carriesMarker(environment, marker)) return undefined;
  // Before it is told of, for a process that is killed has no command line any more.
  const line = await readText(`/proc/${pid}/cmdline`);
  onFound(pid);
  return { pid, command: line.replaceAll('\0', ' ').trim() };
}

function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}
