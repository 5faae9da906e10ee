import type { FileTable } from '../ground/file-table.js';
import { add } from '../scores/scores.js';
import type { ChangeKind } from './change-kind.js';
import type { PastTable } from './past-table.js';

/** How often files change, by the past commits. */
export interface Heat {
  /** Commits looked at. */
  readonly changes: number;
  readonly touches: Float64Array;
  /** The same, recent commits counting more. */
  readonly recent: Float64Array;
  /** Age of the last commit that changed it, in commits. */
  readonly last: Float64Array;
  /** Of the newest commits, those that changed a file of the project, by project. */
  readonly projects: Float64Array;
  ofKind(kind: ChangeKind): Share;
  /** Commits whose prefix names the scope. */
  ofScope(scope: string): Share;
}

/** Some of the commits, and how often each file changed in them. */
export interface Share {
  readonly changes: number;
  readonly touches: ReadonlyMap<number, number>;
  /** The same by project. */
  readonly projects: ReadonlyMap<number, number>;
}

const NOTHING: Share = { changes: 0, touches: new Map(), projects: new Map() };
/** Commits after which a touch counts a third. */
const MEMORY = 150;
/** Commits that tell which projects are being worked on. */
const NEWEST = 500;
const NEVER = 10_000;

export function heatOf({ changes }: PastTable, { size, projects }: FileTable): Heat {
  const heat = {
    touches: new Float64Array(size),
    recent: new Float64Array(size),
    last: new Float64Array(size).fill(NEVER),
    projects: new Float64Array(projects.sizes.length),
  };
  const kinds = new Map<string, Counted>();
  const scopes = new Map<string, Counted>();
  for (const [age, { files, kind, scope }] of changes.entries()) {
    const touched = new Set(files.map((file) => projects.of[file] ?? 0));
    for (const file of files) {
      add(heat.touches, file, 1);
      add(heat.recent, file, Math.exp(-age / MEMORY));
      heat.last[file] = Math.min(heat.last[file] ?? NEVER, age);
    }
    if (age < NEWEST) for (const project of touched) add(heat.projects, project, 1);
    count(kinds, kind, files, touched);
    if (scope !== '') count(scopes, scope, files, touched);
  }
  return {
    ...heat,
    changes: changes.length,
    ofKind: (kind) => kinds.get(kind) ?? NOTHING,
    ofScope: (scope) => scopes.get(scope) ?? NOTHING,
  };
}

interface Counted {
  changes: number;
  readonly touches: Map<number, number>;
  readonly projects: Map<number, number>;
}

function count(all: Map<string, Counted>, key: string, files: readonly number[], projects: ReadonlySet<number>): void {
  const counted = all.get(key) ?? { changes: 0, touches: new Map(), projects: new Map() };
  all.set(key, counted);
  counted.changes += 1;
  for (const file of files) counted.touches.set(file, (counted.touches.get(file) ?? 0) + 1);
  for (const project of projects) counted.projects.set(project, (counted.projects.get(project) ?? 0) + 1);
}
