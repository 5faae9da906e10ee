import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { liveGits } from './live-gits.js';
import { aWorld, type World } from './testing.js';

let world: World;
beforeEach(() => {
  world = aWorld();
});
afterEach(() => world.dispose());

/** A git that waits for input; answers how to end it. */
async function aGitAt(cwd: string, ...flags: readonly string[]): Promise<() => Promise<void>> {
  const child = spawn('git', [...flags, 'cat-file', '--batch'], { cwd, env: world.environment });
  child.stdin.write('HEAD\n');
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return async () => {
    const closed = new Promise((resolve) => child.once('close', resolve));
    child.stdin.end();
    await closed;
  };
}

describe.runIf(process.platform === 'linux')('liveGits', () => {
  it('counts a git that works in a folder, or below it, or was told of it', async () => {
    world.write({ 'deep/x.txt': '' });
    const ends = [
      await aGitAt(world.root),
      await aGitAt(join(world.root, 'deep')),
      await aGitAt(world.folder, `--git-dir=${world.root}/.git`),
    ];
    expect(await liveGits([world.root])).toBe(3);
    for (const end of ends) await end();
    expect(await liveGits([world.root])).toBe(0);
  });

  it('does not count one that works beside it, nor another program that does', async () => {
    const other = join(world.folder, 'repository');
    world.git('clone', '--quiet', world.root, other);
    const end = await aGitAt(other);
    const sleeper = spawn('sleep', ['30'], { cwd: world.root });
    expect(await liveGits([world.root])).toBe(0);
    sleeper.kill();
    await end();
  });
});
