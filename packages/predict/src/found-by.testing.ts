import type { HubRule, PastCommit, RepositoryIndex, SymbolFact, Task, TextFacts } from '@breakwater/model';
import { anIndex, noTexts } from '@breakwater/model/testing';
import { stemsOf } from '@breakwater/text';
import type { Finding } from './finding.js';
import { type Ground, layGround } from './ground/ground.js';
import { readTask } from './reading.js';
import type { Source } from './sources/source.js';

/** A repository for a test. */
export interface World {
  readonly paths: readonly string[];
  readonly rest?: Partial<RepositoryIndex>;
  readonly symbols?: readonly SymbolFact[];
  readonly hubs?: readonly HubRule[];
  readonly texts?: TextFacts;
  readonly history?: readonly PastCommit[];
  /** What a scouting session answered. */
  readonly scouted?: unknown;
  /** What earlier sources found. */
  readonly found?: readonly Finding[];
}

export function groundOf({ paths, rest = {}, symbols = [], hubs = [], texts, history = [] }: World): Ground {
  const index = anIndex(paths, rest);
  return layGround({ index, symbols, hubs, history, texts: texts ?? noTexts(index) }, new Set(paths.flatMap(stemsOf)));
}

/** What one source finds: path, probability to a hundredth, and how it says why. */
export function foundBy(source: Source, task: Task, world: World): readonly (readonly [string, number, string])[] {
  const ground = groundOf(world);
  const findings = source.find(readTask(task, ground, world.scouted), ground, world.found ?? []);
  return findings.map(({ path, p, evidence }) => [path, Math.round(p * 100) / 100, evidence.detail]);
}
