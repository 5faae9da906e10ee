import type { Verdicts } from '@breakwater/execute';
import type { Repository } from '@breakwater/git';
import type { RunId, Verdict } from '@breakwater/model';
import { runRefs } from './places.js';
import { type Seal, sealOf } from './verdict-seal.js';

function verdictRefs(run: RunId): string {
  return `${runRefs(run).prefix}verdict/`;
}

/**
 * Everything people have said about a run so far. Each word is a blob under a ref, so it waits for whoever goes on with the run. A session
 * can write refs too, so a word counts only with the seal of the run.
 */
export async function readVerdicts(repository: Repository, run: RunId): Promise<Verdicts> {
  const seal = await sealOf(repository, run);
  const refs = await repository.listRefs(verdictRefs(run));
  const read = await Promise.all(refs.map(async ({ ref, id }) => ({ ref, verdict: await verdictIn(repository, id, seal) })));
  return {
    heard: read.flatMap(({ verdict }) => verdict ?? []),
    strange: read.flatMap(({ ref, verdict }) => (verdict === undefined ? [ref] : [])),
  };
}

/** Undefined for what is no verdict, or not one of ours. */
async function verdictIn(repository: Repository, id: string, seal: Seal | undefined): Promise<Verdict | undefined> {
  const text = await repository.readBlob(id).catch(() => '');
  const verdict = parseVerdict(text);
  return verdict !== undefined && seal?.(verdict) === verdict.seal ? withoutSeal(verdict) : undefined;
}

type Sealed = Verdict & { readonly seal?: unknown };

function withoutSeal({ seal: _, ...verdict }: Sealed): Verdict {
  return verdict;
}

function parseVerdict(text: string): Sealed | undefined {
  try {
    const value = JSON.parse(text);
    const said = value?.verdict === 'approved' || (value?.verdict === 'rejected' && typeof value.reason === 'string');
    return said ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The first word on an attempt counts, and what is none of ours is written over; false: there was one already. */
export async function writeVerdict(repository: Repository, run: RunId, verdict: Verdict, seal: Seal): Promise<boolean> {
  const ref = `${verdictRefs(run)}${verdict.task}/${verdict.attempt}`;
  const to = await repository.writeBlob(`${JSON.stringify({ ...verdict, seal: seal(verdict) })}\n`);
  const present = (await repository.readRef(ref)) ?? null;
  if (present !== null && isAbout(await verdictIn(repository, present, seal), verdict)) return present === to;
  const moved = await repository.moveRef({ ref, from: present, to });
  return moved.moved || moved.is === to;
}

/** A session can put the word on another task here, and its seal is right. */
function isAbout(one: Verdict | undefined, { task, attempt }: Verdict): boolean {
  return one !== undefined && one.task === task && one.attempt === attempt;
}
