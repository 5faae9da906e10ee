import { execFileSync } from 'node:child_process';
import { closeSync, cpSync, ftruncateSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { tempFolder } from '../rig/temp-folder.js';

/** A disk of its own, in memory, mounted at a folder whose content it took over. It goes when the test ends. */
export interface SmallDisk {
  /** Leaves so many bytes free, rounded to its blocks. */
  readonly fill: (free: number) => void;
  /** Makes room again. */
  readonly empty: () => void;
  /** The same disk with other limits. */
  readonly resize: (options: string) => void;
}

const mounted: string[] = [];

/** Runs before the folders of the test are removed, for hooks run the last one first. */
afterEach(() => {
  for (const folder of [...mounted].reverse()) unmount(folder);
});

/** The arguments of `mount`, the folder last. */
function mount(...options: string[]): void {
  execFileSync('mount', options);
  const folder = options.at(-1) ?? '';
  if (!mounted.includes(folder)) mounted.push(folder);
}

/** Lazily, for a process that is ending may still read there. */
function unmount(folder: string): void {
  execFileSync('umount', ['--lazy', folder]);
  mounted.splice(mounted.lastIndexOf(folder), 1);
}

/** Why no disk can be mounted here; undefined: it can. */
export function whyNoMounts(): string | undefined {
  const folder = tempFolder('mount');
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'none', folder], { stdio: 'pipe' });
    execFileSync('umount', [folder]);
    return undefined;
  } catch (error) {
    return String(error).split('\n')[1] ?? 'mount failed';
  }
}

/** `options` are those of tmpfs, e.g. `size=6m`. */
export function smallDisk(folder: string, options: string): SmallDisk {
  const aside = join(tempFolder('aside'), 'content');
  mkdirSync(folder, { recursive: true });
  cpSync(folder, aside, { recursive: true, preserveTimestamps: true });
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  mount('-t', 'tmpfs', '-o', options, 'none', folder);
  cpSync(aside, folder, { recursive: true, preserveTimestamps: true });
  const filler = join(folder, 'filler');
  return {
    fill: (free) => fill(folder, filler, free),
    empty: () => rmSync(filler, { force: true }),
    resize: (other) => mount('-o', `remount,${other}`, folder),
  };
}

function fill(folder: string, filler: string, free: number): void {
  const file = openSync(filler, 'a');
  const block = Buffer.alloc(64 * 1024);
  try {
    for (;;) writeSync(file, block);
  } catch {
    // Full to the last byte; now what is to stay free is given back.
  }
  const { bavail, bsize, blocks } = statfsSync(folder);
  const used = execFileSync('stat', ['--format=%s', filler], { encoding: 'utf8' });
  ftruncateSync(file, Math.max(0, Math.min(Number(used), blocks * bsize) + bavail * bsize - free));
  closeSync(file);
}

/**
 * A second mount that lets nothing be written to a folder; answers how to take it away.
 * It is made read-only elsewhere and then put there in one step: a mount in which a run has begun to write cannot be made read-only any more.
 */
export function readOnly(folder: string): () => void {
  const aside = tempFolder('read-only');
  mount('--bind', folder, aside);
  mount('-o', 'remount,ro,bind', aside);
  mount('--bind', aside, folder);
  return () => {
    for (const place of [folder, aside]) unmount(place);
  };
}
