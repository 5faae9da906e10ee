import type { TouchSet } from '@breakwater/model';
import type { Outlook } from './outlook.js';
import { readsOf } from './reads-of.js';
import { sweepOf } from './sweep.js';
import { vagueQuestion } from './vague-question.js';
import { WEIGHTS } from './weights.js';

/** What a task is expected to touch, as everybody else is told. */
export function touchSetOf({ view: { reading, ground }, touches }: Outlook): TouchSet {
  const writes = touches.slice(0, WEIGHTS.files);
  const question = vagueQuestion(reading, touches, ground);
  const sweep = sweepOf(reading);
  return {
    task: reading.task.id,
    writes,
    reads: readsOf(reading.task, ground),
    creates: writes
      .map(({ path }) => path)
      .filter((path) => !ground.paths.has(path))
      .sort(),
    scope: reading.scope.names,
    ...(question === undefined ? {} : { question }),
    ...(sweep === undefined ? {} : { sweep }),
  };
}
