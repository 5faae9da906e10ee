import { loadExeca } from './load-execa.js';

/** Signals a process and its group; a group that is gone is no error. Windows has neither, and ends the tree at once. */
export function signalGroup(pid: number, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (process.platform === 'win32') {
    void loadExeca().then(({ execa }) =>
      execa('taskkill', ['/pid', String(pid), '/t', '/f'], { reject: false, stdio: 'ignore' }),
    );
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // Nobody of the group is left.
  }
}

/** Signals one process; one that is gone is no error. */
export function signalProcess(pid: number, signal: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended in the same moment.
  }
}
