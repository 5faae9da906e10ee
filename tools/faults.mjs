/**
 * The long form of the fault suite: `npm run faults -- --cycles 200 --seed 7`. Every cycle is one run of six tasks that is killed at
 * random moments and resumed until it is done. The same seed gives the same faults. Every third cycle's sessions work in clones, or all
 * of them with `--isolation clone`, or none with `--isolation worktree`. `npm run faults -- --disk 20` begins runs with the git
 * directory's disk full but for 0, 20, 40 … KiB instead; as root, for disks are mounted. With `--long` every case of all its files is
 * tried once, also those that are not worth their time in every test run.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    cycles: { type: 'string', default: '200' },
    seed: { type: 'string' },
    isolation: { type: 'string' },
    disk: { type: 'string' },
    long: { type: 'boolean', default: false },
  },
});

const { isolation, long, ...numbers } = values;

for (const [name, value] of Object.entries(numbers)) {
  if (/^\d+$/.test(value)) continue;
  console.error(`--${name} is a whole number`);
  process.exit(2);
}

const one = values.disk === undefined ? 'test/faults/kill-resume' : 'test/faults/disk';
const suite = long ? 'test/faults/' : one;
const vitest = ['vitest', 'run', '--config', 'tools/vitest.config.mjs', '--project', 'program', suite];
const env = { ...process.env };
if (long) env.BREAKWATER_FAULT_LONG = 'yes';
else env.BREAKWATER_FAULT_CYCLES = values.cycles;
if (values.seed !== undefined) env.BREAKWATER_FAULT_SEED = values.seed;
if (values.disk !== undefined) env.BREAKWATER_FAULT_DISK_STEP = values.disk;
if (isolation !== undefined) env.BREAKWATER_FAULT_ISOLATION = isolation;
process.exitCode = spawnSync('npx', vitest, { cwd: root, env, stdio: 'inherit' }).status ?? 1;
