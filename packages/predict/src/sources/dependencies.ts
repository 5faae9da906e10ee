import { type Evidence, fileNameOf, type RepoPath } from '@breakwater/model';
import { sentencesOf } from '../brief/brief-text.js';
import type { Finding } from '../finding.js';
import type { Ground } from '../ground/ground.js';
import { spread } from '../spread.js';
import { WEIGHTS } from '../weights.js';
import type { Source } from './source.js';

/** A sentence about dependencies as such. */
const DEPENDENCY =
  /\b(?:upgrad|updat|bump|add|install|remov|replac|drop)\w*\b.*\b(?:(?:dev|peer)?-?dependenc(?:y|ies)|npm packages?|lock ?files?|nuget packages?)\b/i;
/** A verb, its object, and an end: "update zod to 4" is about the package, "update the zod schema" is not. */
const CHANGED =
  /\b(?:upgrad|updat|bump|add|install|uninstall|remov|replac|migrat|introduc|adopt|switch|drop)(?:e|es|ing|ping|s)?\s+(?:(?:the|from|to|off|use|package|dependency|library)\s+){0,3}`?(@?[a-z][\w.-]*\w(?:\/[\w.-]*\w)?)`?(?=\s*(?:$|[.,;:)@^~]|v?\d|(?:to|from|and|with|as|everywhere|dependency|package)\b))/gi;
/** What a change of dependencies writes at the root, by name. */
const MANIFESTS = new Set(['package.json', 'Directory.Packages.props']);
const LOCKFILES = new Set([
  'package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'bun.lock',
  'bun.lockb',
  'packages.lock.json',
]);
const MANIFEST: Evidence = { source: 'hub', detail: 'brief: dependency' };

/** Manifest, lockfile and importers, when a sentence adds, upgrades or removes a dependency. */
export const dependencies: Source = {
  name: 'dependencies',
  find: ({ text }, ground) => {
    const sentences = sentencesOf(text);
    const names = sentences.flatMap((sentence) => [...sentence.matchAll(CHANGED)].map(([, name = '']) => name));
    const imported = [...new Set(names)].sort().filter((name) => ground.packages.importers(name) !== undefined);
    if (imported.length === 0 && !sentences.some((sentence) => DEPENDENCY.test(sentence))) return [];
    return [...manifests(ground), ...imported.flatMap((name) => importers(name, ground))];
  },
};

function manifests({ paths }: Ground): readonly Finding[] {
  const { manifest, lockfile } = WEIGHTS.hub;
  const atRoot = paths.all.filter((path) => !path.includes('/'));
  return atRoot.flatMap((path): readonly Finding[] => {
    if (MANIFESTS.has(fileNameOf(path))) return [{ path, p: manifest, evidence: MANIFEST }];
    return LOCKFILES.has(fileNameOf(path)) ? [{ path, p: lockfile, evidence: MANIFEST }] : [];
  });
}

function importers(name: string, { packages }: Ground): readonly Finding[] {
  const files: readonly RepoPath[] = packages.importers(name) ?? [];
  const p = spread(WEIGHTS.importer.written, files.length, WEIGHTS.importer.most);
  return files.map((path) => ({ path, p, evidence: { source: 'reference', detail: `imports ${name}` } }));
}
