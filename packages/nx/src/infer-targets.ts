import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { CreateNodes, InferredTarget, PluginOptions } from './nx-types.js';

/**
 * Only at the top: a tasks file elsewhere would make a project of its folder. Others are named with --tasks or in the configuration.
 * Nx 20 refuses a glob that begins with alternatives.
 */
const GLOB = 'breakwater.{tasks,config}.{yaml,yml,json}';

/** A workspace with a tasks file, or with a configuration that names one, has `plan` and `execute` at its root. */
export const createNodes: CreateNodes = [
  GLOB,
  async (files, options, { workspaceRoot }) => {
    const [file] = [...files].sort();
    if (file === undefined) return [];
    const root = { name: await rootName(workspaceRoot), root: '.', targets: targets(options) };
    return [[file, { projects: { '.': root } }]];
  },
];

/** Nx 20 to 22 read this name, 23 and later the other. */
export const createNodesV2 = createNodes;

/** As Nx itself would call the root: its package's name, or its folder's. */
async function rootName(workspaceRoot: string): Promise<string> {
  const text = await readFile(join(workspaceRoot, 'package.json'), 'utf8').catch(() => '{}');
  const name = nameIn(text.replace(/^\ufeff/, ''));
  return typeof name === 'string' && name !== '' ? name : basename(workspaceRoot);
}

/** A manifest that cannot be read is for Nx to tell: thrown here, it would take every target of the workspace along. */
function nameIn(manifest: string): unknown {
  try {
    return (JSON.parse(manifest) as { readonly name?: unknown } | null)?.name;
  } catch {
    return undefined;
  }
}

function targets({ planTargetName = 'plan', executeTargetName = 'execute' }: PluginOptions = {}): Record<string, InferredTarget> {
  return { [planTargetName]: PLAN, [executeTargetName]: EXECUTE };
}

/**
 * All that a plan is made from: the tasks, the configuration, the commit and its branch; and what is not committed, for the plan
 * warns of it.
 */
const PLAN: InferredTarget = {
  executor: '@breakwater/nx:plan',
  cache: true,
  inputs: [
    '{workspaceRoot}/breakwater.{tasks,config}.{yaml,yml,json}',
    '{workspaceRoot}/package.json',
    { runtime: 'git rev-parse HEAD' },
    { runtime: 'git rev-parse --abbrev-ref HEAD' },
    { runtime: 'git status --porcelain' },
  ],
  outputs: ['{options.out}', '{options.html}'],
  metadata: { technologies: ['breakwater'], description: 'Show the waves of tasks that are safe to run side by side' },
};

/** It changes the repository and starts sessions: never from a cache, never beside another target. */
const EXECUTE: InferredTarget = {
  executor: '@breakwater/nx:execute',
  cache: false,
  parallelism: false,
  metadata: { technologies: ['breakwater'], description: 'Run the tasks, one Claude Code session each' },
};
