import type { Tree } from '../nx-types.js';
import { listIn, readJson, writeJson } from './json-file.js';

const PLUGIN = '@breakwater/nx';

/** Puts the plugin into nx.json with its options, unless it is there in whatever form. */
export function registerPlugin(tree: Tree): void {
  const nxJson = readJson(tree, 'nx.json');
  const plugins = listIn('nx.json', nxJson, 'plugins');
  if (plugins.some((one) => one === PLUGIN || isOurs(one))) return;
  const options = { planTargetName: 'plan', executeTargetName: 'execute' };
  writeJson(tree, 'nx.json', { ...nxJson, plugins: [...plugins, { plugin: PLUGIN, options }] });
}

function isOurs(entry: unknown): boolean {
  return typeof entry === 'object' && entry !== null && 'plugin' in entry && entry.plugin === PLUGIN;
}
