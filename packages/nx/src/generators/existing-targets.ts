import { createRequire } from 'node:module';
import { join } from 'node:path';

interface Nx {
  createProjectGraphAsync(options: { readonly exitOnError: false }): Promise<{
    readonly nodes: Readonly<Record<string, { readonly data: { readonly targets?: Readonly<Record<string, unknown>> } }>>;
  }>;
}

/**
 * The names of all targets of the workspace, those that plugins infer included, from the Nx that is installed there: its public
 * functions are found under this name from 20 to 24. Empty when the workspace's graph cannot be made, for the sample can do without.
 */
export async function existingTargets(root: string): Promise<ReadonlySet<string>> {
  try {
    const nx = createRequire(join(root, 'package.json'))('nx/src/devkit-exports') as Nx;
    const { nodes } = await nx.createProjectGraphAsync({ exitOnError: false });
    return new Set(Object.values(nodes).flatMap(({ data }) => Object.keys(data.targets ?? {})));
  } catch {
    return new Set();
  }
}
