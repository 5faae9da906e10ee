/** The same windows through the command line, as somebody would ask for a plan who has only the briefs. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { outcomeOf } from './observe.mjs';

const BREAKWATER = fileURLToPath(new URL('../../packages/cli/bin/breakwater.js', import.meta.url));

/** Calls `use` with a function that plans windows of a fetched repository in a clone of it, which is removed afterwards. */
export async function withClone(gitDir, use) {
  const folder = mkdtempSync(join(tmpdir(), 'breakwater-accuracy-'));
  const clone = join(folder, 'clone');
  try {
    execFileSync('git', ['clone', '--quiet', '--shared', '--no-checkout', gitDir, clone]);
    return await use((window) => outcomeOf(window, planOf(window, { clone, file: join(folder, 'tasks.json') })));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function planOf({ base, input }, { clone, file }) {
  writeFileSync(file, JSON.stringify({ version: 1, tasks: input.tasks.map(({ id, brief, scope }) => ({ id, brief, scope })) }));
  const where = ['--repo', clone, '--base', base, '--tasks', file];
  const args = ['plan', ...where, '--json', '--concurrency', '3', '--caution', 'fast'];
  return JSON.parse(
    execFileSync(process.execPath, [BREAKWATER, ...args], { maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] }),
  );
}
