import type { Tree } from '../nx-types.js';
import { type JsonObject, objectIn, readJson, writeJson } from './json-file.js';

/** Names both targets in the workspace's own project, where they can be given options; ones that are there stay. */
export function writeTargets(tree: Tree): void {
  if (tree.exists('project.json')) {
    const project = readJson(tree, 'project.json');
    writeJson(tree, 'project.json', { ...project, targets: withOurs(objectIn('project.json', project, 'targets')) });
    return;
  }
  const manifest = readJson(tree, 'package.json');
  const nx = objectIn('package.json', manifest, 'nx');
  writeJson(tree, 'package.json', { ...manifest, nx: { ...nx, targets: withOurs(objectIn('package.json', nx, 'targets')) } });
}

function withOurs(targets: JsonObject): JsonObject {
  return { plan: { options: {} }, execute: { options: {} }, ...targets };
}
