import { confidenceOf, repoPath, type Touch, type TouchSet, taskId } from '@breakwater/model';

export function aTouch(path: string, p: number): Touch {
  return { path: repoPath(path), p, confidence: confidenceOf(p), evidence: [] };
}

/** `aTouchSet('a', {'x.ts': 0.9})`. */
export function aTouchSet(task: string, writes: Readonly<Record<string, number>>): TouchSet {
  const touches = Object.entries(writes).map(([path, p]) => aTouch(path, p));
  return { task: taskId(task), writes: touches, reads: [], creates: [], scope: [] };
}
