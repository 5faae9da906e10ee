import type { SymbolQuestion, Task } from '@breakwater/model';
import { briefText } from './brief/brief-text.js';
import { pathTokens } from './brief/path-tokens.js';
import { symbolsIn } from './brief/symbols-in.js';
import type { Ground } from './ground/ground.js';
import { declaredScope } from './scope/declared-scope.js';
import { foundScope } from './scope/found-scope.js';
import type { Scope } from './scope/scope.js';
import { readScouting, type ScoutedFile } from './scout/read-scouting.js';

/** A task as its sources of evidence see it, read once. */
export interface Reading {
  readonly task: Task;
  readonly text: string;
  /** Words that may be paths or file names. */
  readonly tokens: readonly string[];
  readonly symbols: readonly SymbolQuestion[];
  readonly scope: Scope;
  /** What a scouting session expects; empty when none was asked. */
  readonly scouted: readonly ScoutedFile[];
}

/** `answer`: what a scouting session said of the task, as it said it. */
export function readTask(task: Task, ground: Ground, answer?: unknown): Reading {
  const text = briefText(task);
  return {
    task,
    text,
    tokens: pathTokens(text),
    symbols: symbolsIn(text, ground.known),
    scope: task.scope.length > 0 ? declaredScope(task.scope, ground) : foundScope(text, ground),
    scouted: readScouting(answer, ground.paths),
  };
}
