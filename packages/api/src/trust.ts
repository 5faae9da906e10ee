import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Repository, readRegularFile } from '@breakwater/git';
import { BACKTEST_SCHEMA, type Backtest, type PredictionRecord } from '@breakwater/model';
import { predictionRecord } from '@breakwater/predict';
import { allRuns } from './find-run.js';

/** How far predictions can be trusted in a repository, as far as that was measured there. */
export interface Trust {
  /** A backtest found conflicts enough to tell. */
  readonly measured: boolean;
  /** One was made, and what it looked at holds too few. */
  readonly tooLittle?: true;
  /** What predictions of earlier runs were worth; undefined before the first. */
  readonly record?: PredictionRecord;
}

export async function trustIn(repository: Repository): Promise<Trust> {
  const record = predictionRecord((await allRuns(repository)).map(({ state }) => state));
  const enough = await foundEnough(repository);
  const tooLittle = enough === false ? { tooLittle: true as const } : {};
  return { measured: enough === true, ...tooLittle, ...(record === undefined ? {} : { record }) };
}

/** Where the last backtest is kept; to be deleted at any time. */
function backtestFile(repository: Repository): string {
  return join(repository.commonDirectory, 'breakwater', 'backtest.json');
}

/** Kept for the next plans. A folder that cannot be written keeps nothing, and the answer is the same. */
export async function keepBacktest(repository: Repository, backtest: Backtest, unique: string): Promise<void> {
  const file = backtestFile(repository);
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(`${file}.${unique}`, `${JSON.stringify(backtest)}\n`, { flag: 'wx' });
    await rename(`${file}.${unique}`, file);
  } catch {
    return;
  }
}

/** Whether the last backtest found conflicts enough. Anything but a whole one of this version counts as none: undefined. */
async function foundEnough(repository: Repository): Promise<boolean | undefined> {
  try {
    const kept: Partial<Backtest> = JSON.parse(String(await readRegularFile(backtestFile(repository))));
    return kept.schema === BACKTEST_SCHEMA ? kept.enough : undefined;
  } catch {
    return undefined;
  }
}
