import type { Tree } from '../nx-types.js';
import { existingTargets } from './existing-targets.js';
import { ignoreNxFolders } from './ignore-nx-folders.js';
import { registerPlugin } from './register-plugin.js';
import { sampleTasks } from './sample-tasks.js';
import { writeTargets } from './write-targets.js';

interface InitOptions {
  /** Also writes the two targets out, to be changed by hand. */
  readonly targets?: boolean;
}

const TASKS_FILE = 'breakwater.tasks.yaml';
const TASKS_FILES = [TASKS_FILE, 'breakwater.tasks.yml', 'breakwater.tasks.json'];

/** `nx g @breakwater/nx:init`, and what `nx add` runs. Adds what is missing and changes nothing that is there. */
export default async function initGenerator(tree: Tree, { targets = false }: InitOptions = {}): Promise<void> {
  registerPlugin(tree);
  ignoreNxFolders(tree);
  if (!TASKS_FILES.some((file) => tree.exists(file))) tree.write(TASKS_FILE, sampleTasks(tree, await existingTargets(tree.root)));
  if (targets) writeTargets(tree);
}
