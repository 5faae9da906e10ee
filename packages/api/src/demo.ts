import { cp, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { createRepository } from '@breakwater/git';
import { type Failure, ok, type Result } from '@breakwater/model';
import { checkTempFolder } from './check-temp-folder.js';
import type { World } from './world.js';

/** Makes the demo's monorepo in a fresh temporary folder, as a repository with one commit. Answers the folder. */
export async function makeDemo(workspace: string, world: World): Promise<Result<string, Failure>> {
  const temp = await checkTempFolder(world);
  if (!temp.ok) return temp;
  const folder = join(await mkdtemp(join(temp.value, 'breakwater-demo-')), 'shop');
  await cp(workspace, folder, { recursive: true });
  const made = await createRepository(
    folder,
    { branch: 'main', message: 'A small shop: API, web frontend, shared libraries' },
    world.environment,
  );
  return made.ok ? ok(folder) : made;
}
