import type { Repository } from '@breakwater/git';
import type { RunId, Verdict } from '@breakwater/model';
import { runRefs } from './places.js';

function verdictRefs(run: RunId): string {
  return `${runRefs(run).prefix}verdict/`;
}

/** Everything people have said about a run so far. Each word is a blob under a ref, so it waits for whoever goes on with the run. */
export async function readVerdicts(repository: Repository, run: RunId): Promise<readonly Verdict[]> {
  const refs = await repository.listRefs(verdictRefs(run));
  const texts = await Promise.all(refs.map(({ id }) => repository.readBlob(id)));
  return texts.flatMap((text) => parseVerdict(text) ?? []);
}

/** Refs can be written by others: what is not a verdict is none. */
function parseVerdict(text: string): Verdict | undefined {
  try {
    const value = JSON.parse(text);
    const said = value?.verdict === 'approved' || (value?.verdict === 'rejected' && typeof value.reason === 'string');
    return said ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The first word on an attempt counts; false: there was one already. */
export async function writeVerdict(repository: Repository, run: RunId, verdict: Verdict): Promise<boolean> {
  const ref = `${verdictRefs(run)}${verdict.task}/${verdict.attempt}`;
  const to = await repository.writeBlob(`${JSON.stringify(verdict)}\n`);
  const moved = await repository.moveRef({ ref, from: null, to });
  return moved.moved || moved.is === to;
}
