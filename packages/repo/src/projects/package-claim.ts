import { folderOf } from '@breakwater/model';
import { type JsonRecord, recordOf, textOf, textsOf } from '../json/json-shape.js';
import type { ProjectClaim } from './project-claim.js';

/** A package.json as a project. Its `nx` key may name and tag it otherwise. */
export function packageClaim(path: string, manifest: JsonRecord): ProjectClaim {
  const nx = recordOf(manifest['nx']);
  const name = textOf(nx['name']) ?? textOf(manifest['name']);
  return { root: folderOf(path), name, tags: textsOf(nx['tags']), manifest: path, kind: 'package' };
}
