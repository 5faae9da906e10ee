import type { HubRule, PastCommit, RepositoryIndex, SymbolFact, Task, TextFacts, Touch, TouchSet } from '@breakwater/model';
import { combineFindings } from './combine-findings.js';
import type { Finding } from './finding.js';
import { type Ground, layGround } from './ground/ground.js';
import { type Reading, readTask } from './reading.js';
import { readsOf } from './reads-of.js';
import { SOURCES } from './sources/sources.js';
import { vagueQuestion } from './vague-question.js';
import { WEIGHTS } from './weights.js';

export interface PredictionInput {
  readonly tasks: readonly Task[];
  readonly index: RepositoryIndex;
  /** Answers to `symbolQuestions`; a symbol without an answer is no evidence. */
  readonly symbols: readonly SymbolFact[];
  /** Where the terms of `textTerms` are. */
  readonly texts: TextFacts;
  /** The newest first. */
  readonly history: readonly PastCommit[];
  readonly hubs: readonly HubRule[];
}

/**
 * What each task is expected to touch, in the order given: every source of evidence is asked, and what they say about a file is
 * combined. At most 60 files each. Hub files that two tasks may both write by policy are left out.
 */
export function predictTouches({ tasks, index, symbols, hubs }: PredictionInput): readonly TouchSet[] {
  const ground = layGround(index, symbols, hubs);
  return tasks.map((task) => touchSetOf(readTask(task, ground), ground));
}

function touchSetOf(reading: Reading, ground: Ground): TouchSet {
  const { task, scope } = reading;
  const touches = combineFindings(findAll(reading, ground)).filter(({ path }) => !ground.isFree(path));
  const writes = touches.slice(0, WEIGHTS.files);
  const question = vagueQuestion(reading, touches, ground);
  return {
    task: task.id,
    writes,
    reads: readsOf(task, ground),
    creates: newOnes(writes, ground),
    scope: scope.names,
    ...(question === undefined ? {} : { question }),
  };
}

function findAll(reading: Reading, ground: Ground): readonly Finding[] {
  const found: Finding[] = [];
  for (const source of SOURCES) found.push(...source.find(reading, ground, found));
  return found;
}

function newOnes(writes: readonly Touch[], { paths }: Ground): TouchSet['creates'] {
  return writes
    .map(({ path }) => path)
    .filter((path) => !paths.has(path))
    .sort();
}
