import { setTimeout as wait } from 'node:timers/promises';
import { describe, it } from 'vitest';
import { type FaultWorld, makeFaultWorld } from './fault-world.js';
import type { ShimOrder } from './git-shim.js';
import { expectSound, integrationOf } from './invariants.js';
import { randomFrom } from './random.js';
import { calmTree, expectDone } from './runs.js';

/** `npm run faults -- --cycles 200 --seed 7` sets these. */
const CYCLES = Number(process.env['BREAKWATER_FAULT_CYCLES'] ?? 8);
/** Milliseconds after which no further run begins, when nobody asked for a number. */
const SLICE = process.env['BREAKWATER_FAULT_CYCLES'] === undefined ? 45_000 : Number.POSITIVE_INFINITY;
const SEED = Number(process.env['BREAKWATER_FAULT_SEED'] ?? Date.now() % 1_000_000);
/** Where sessions work; if nobody says, every third run is in clones. */
const ISOLATION = process.env['BREAKWATER_FAULT_ISOLATION'];
/** More than this in one run is no fault but a bug. */
const SITTINGS = 12;

describe('kill -9 and resume', () => {
  it(`up to ${CYCLES} runs end in the tree of the undisturbed run (seed ${SEED})`, {
    timeout: 60_000 + CYCLES * 60_000,
  }, async () => {
    process.stderr.write(`faults: seed ${SEED}, up to ${CYCLES} runs\n`);
    const begin = performance.now();
    const calm = makeFaultWorld();
    const tree = calmTree();
    expectDone(await calm.run(['execute']));
    await expectSound(calm, tree, 'undisturbed');
    const random = randomFrom(SEED);
    const kills: number[] = [];
    for (let cycle = 1; cycle <= CYCLES && performance.now() - begin < SLICE; cycle += 1) {
      const world = makeFaultWorld();
      const isolation = ISOLATION ?? (cycle % 3 === 0 ? 'clone' : 'worktree');
      const told = await runThroughKills(world, ['execute', '--isolation', isolation], random);
      kills.push(told.length);
      await expectSound(world, tree, `seed ${SEED}, run ${cycle} with --isolation ${isolation}: ${told.join(', ')}`);
      if (cycle % 10 === 0) process.stderr.write(`faults: ${cycle} runs sound so far\n`);
    }
    process.stderr.write(`faults: ${kills.length} runs, ${kills.reduce((a, b) => a + b, 0)} kills, all sound\n`);
  });
});

/** Kills every sitting at some moment, until one comes through. Answers what was done. */
async function runThroughKills(world: FaultWorld, begin: readonly string[], random: () => number): Promise<readonly string[]> {
  const told: string[] = [];
  const wanted = 1 + Math.floor(random() * 3);
  for (let sitting = 0; sitting < SITTINGS; sitting += 1) {
    const words = integrationOf(world.repository) === 'none' ? begin : ['resume'];
    const ended = sitting >= wanted ? await world.run(words) : await disturbed(world, words, { random, told });
    if (ended.code === 0 && ended.signal === null) return told;
    // Killed when all was done and only the end was still to be told.
    if (ended.code === 3 && ended.stderr.includes('is finished')) return told;
    // The process that plans may be the one that was killed, and that is told.
    if (ended.signal !== 'SIGKILL' && !ended.stderr.includes('E_PLANNING'))
      throw new Error(`${told.join(', ')}: ${words[0]} ended with ${ended.code}\n${ended.stderr}\n${ended.stdout}`);
  }
  throw new Error(`it never came to its end: ${told.join(', ')}`);
}

async function disturbed(
  world: FaultWorld,
  words: readonly string[],
  { random, told }: { random: () => number; told: string[] },
) {
  if (random() < 0.5) {
    const does = (['kill-before', 'kill-after', 'kill-both'] as const)[Math.floor(random() * 3)] ?? 'kill-before';
    const shim: ShimOrder = { at: 1 + Math.floor(random() * 150), does };
    told.push(`${words[0]} ${does} git ${shim.at}`);
    return world.run(words, shim);
  }
  const after = Math.floor(random() * 3500);
  told.push(`${words[0]} killed after ${after} ms`);
  const run = world.start(words);
  await Promise.race([wait(after), run.ended]);
  run.process.kill('SIGKILL');
  return run.ended;
}
