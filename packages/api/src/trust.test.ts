import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BACKTEST_SCHEMA, type Backtest } from '@breakwater/model';
import { describe, expect, it } from 'vitest';
import { aRig } from './api-rig.testing.js';
import { runAll } from './run-all.testing.js';
import { keepBacktest, trustIn } from './trust.js';

const enough = { schema: BACKTEST_SCHEMA, enough: true } as Backtest;

describe('how far predictions can be trusted here', () => {
  it('is not known before anything was measured', async () => {
    const repository = await aRig({}).repository();
    expect(await trustIn(repository)).toEqual({ measured: false });
  });

  it('is measured once a backtest found enough', async () => {
    const repository = await aRig({}).repository();
    await keepBacktest(repository, { ...enough, enough: false }, '1');
    expect(await trustIn(repository)).toEqual({ measured: false, tooLittle: true });
    await keepBacktest(repository, enough, '2');
    expect(await trustIn(repository)).toEqual({ measured: true });
    expect(readdirSync(join(repository.commonDirectory, 'breakwater'))).toEqual(['backtest.json']);
  });

  it('is not known again when what was kept is damaged', async () => {
    const repository = await aRig({}).repository();
    await keepBacktest(repository, enough, '1');
    const file = join(repository.commonDirectory, 'breakwater', 'backtest.json');
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, 20));
    expect(await trustIn(repository)).toEqual({ measured: false });
  });

  it('holds what tasks of earlier runs changed beside what was predicted', async () => {
    const rig = aRig({ a: 'WRITE a.txt hello', b: 'WRITE surprise.txt hello' });
    await runAll(rig);
    expect((await trustIn(await rig.repository())).record).toEqual({ runs: 1, tasks: 2, changed: 2, foreseen: 1 });
  });
});
