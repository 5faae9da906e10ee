import { isRecord, type JsonRecord, recordOf, textOf } from '../json/json-shape.js';

/**
 * The files a manifest names for a subpath ('.' or './x'), or, with the key `imports`, for a '#name': every condition, in
 * the order written. Package entry points as in the Node.js documentation, https://nodejs.org/api/packages.html.
 */
export function entryTargets(manifest: JsonRecord, subpath: string, key: 'exports' | 'imports' = 'exports'): readonly string[] {
  const table = manifest[key];
  const named = key === 'exports' && !hasSubpaths(table) ? { '.': table } : recordOf(table);
  const targets = targetsOf(named, subpath);
  return subpath === '.' ? [...targets, ...legacyTargets(manifest)] : targets;
}

/** `exports` may be the entry of '.' itself: a text, a list, or conditions. */
function hasSubpaths(exports: unknown): boolean {
  return isRecord(exports) && Object.keys(exports).some((key) => key.startsWith('.'));
}

function targetsOf(table: JsonRecord, subpath: string): readonly string[] {
  if (Object.hasOwn(table, subpath)) return leaves(table[subpath]);
  const [best] = Object.keys(table)
    .flatMap((pattern) => matchStar(pattern, subpath) ?? [])
    .sort((a, b) => b.pattern.indexOf('*') - a.pattern.indexOf('*') || b.pattern.length - a.pattern.length);
  return best === undefined ? [] : leaves(table[best.pattern]).map((target) => target.replaceAll('*', () => best.star));
}

function matchStar(pattern: string, subpath: string): { readonly pattern: string; readonly star: string } | undefined {
  const [prefix, suffix, ...more] = pattern.split('*');
  if (prefix === undefined || suffix === undefined || more.length > 0) return undefined;
  if (subpath.length < prefix.length + suffix.length || !subpath.startsWith(prefix) || !subpath.endsWith(suffix))
    return undefined;
  return { pattern, star: subpath.slice(prefix.length, subpath.length - suffix.length) };
}

function leaves(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(leaves);
  return isRecord(value) ? Object.values(value).flatMap(leaves) : [];
}

function legacyTargets(manifest: JsonRecord): readonly string[] {
  return ['source', 'module', 'main', 'types', 'typings'].flatMap((field) => textOf(manifest[field]) ?? []);
}
