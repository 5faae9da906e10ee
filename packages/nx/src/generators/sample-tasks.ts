import type { Tree } from '../nx-types.js';

/** What proves a change, quickest first. */
const PROOFS = ['lint', 'typecheck', 'test', 'build'];

/** A tasks file to start from, that verifies with the targets this workspace has. */
export function sampleTasks(tree: Tree, targets: ReadonlySet<string>): string {
  const proofs = PROOFS.filter((target) => targets.has(target));
  const command = `${nxCommand(tree)} affected -t ${proofs.join(' ')} --base={base} --head={head}`;
  const verify =
    proofs.length === 0
      ? `# No target called ${PROOFS.join(', ')} was found, so nothing is verified yet:\n# defaults: { verify: ["npm test"] }\n`
      : `# Run on the merged tree, for the projects that a task's work can break.\ndefaults:\n  verify: ["${command}"]\n`;
  return `# One task is one session with one clear brief. See: nx plan\nversion: 1\n${verify}${TASKS}`;
}

const TASKS = `tasks:
  - id: first-task
    brief: |
      Say here what to do, as you would to a colleague: name the projects, files or symbols you know of.
    # scope: [name-of-a-project]      # Nx project names or tags; worth more than any prediction
  - id: second-task
    brief: |
      Another piece of work. If it needs the first one's code, uncomment the line below.
    # dependsOn: [first-task]
    # writes: ["docs/**"]             # what it may write, if you know
    # resources: ["db:orders"]        # what it shares with others and is not a file
`;

/** Nx as the workspace's package manager starts it. */
function nxCommand(tree: Tree): string {
  const [, command] = RUNNERS.find(([lockfile]) => tree.exists(lockfile)) ?? [];
  return command ?? 'npx nx';
}

const RUNNERS: readonly (readonly [string, string])[] = [
  ['pnpm-lock.yaml', 'pnpm exec nx'],
  ['yarn.lock', 'yarn nx'],
  ['bun.lock', 'bunx nx'],
  ['bun.lockb', 'bunx nx'],
];
