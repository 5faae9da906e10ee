import { aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { aHistory } from './a-past-commit.testing.js';
import { groundOf } from './found-by.testing.js';
import { MODELS } from './models/models.js';
import { likeliestFiles, outlookOf, viewTask } from './outlook.js';

const PATHS = ['libs/cart/total.ts', 'libs/cart/button.ts', 'libs/order/list.ts', 'package-lock.json'];
const ground = groundOf({
  paths: PATHS,
  hubs: [{ files: ['libs/cart/button.ts'], policy: 'ignore' }],
  history: aHistory({
    'fix: round totals': ['libs/cart/total.ts'],
    'fix: order of totals': ['libs/cart/total.ts', 'libs/order/list.ts', 'libs/cart/button.ts'],
  }),
});
const outlook = (wanted: Parameters<typeof aTask>[1], scouted?: unknown) =>
  outlookOf(aTask('t', { title: 't', ...wanted }), ground, MODELS.files, scouted);
const guessOf = (path: string, wanted: Parameters<typeof aTask>[1], scouted?: unknown): number | undefined =>
  outlook(wanted, scouted).guess.of.get(ground.files.numberOf(path) ?? -1);

describe('what is guessed of a task', () => {
  it('is nothing about hubs that are free and files that tools write', () => {
    const files = outlook({ brief: 'Round totals' }).guess.files.map(({ file }) => ground.paths.all[file]);
    expect([...files].sort()).toEqual(['libs/cart/total.ts', 'libs/order/list.ts']);
  });

  it('is only about files inside the declared globs', () => {
    expect(guessOf('libs/order/list.ts', { brief: 'Round totals', writes: ['libs/cart/**'] })).toBeUndefined();
    expect(guessOf('libs/cart/total.ts', { brief: 'Round totals', writes: ['libs/cart/**'] })).toBeGreaterThan(0);
    expect(guessOf('libs/cart/total.ts', { brief: 'Round totals', writes: ['libs/cart/**', '!**/total.ts'] })).toBeUndefined();
  });

  it('is half as likely for a file that a scouting session left out while it named others', () => {
    const brief = 'Round totals';
    const scouted = { files: [{ path: 'libs/cart/button.ts', sure: 'possible' }] };
    const [before = 0, after = 0] = [guessOf('libs/cart/total.ts', { brief }), guessOf('libs/cart/total.ts', { brief }, scouted)];
    expect(after).toBeLessThan(before);
    expect(guessOf('libs/cart/total.ts', { brief }, { files: [] })).toBe(before);
    expect(guessOf('libs/cart/total.ts', { brief }, { files: [{ path: 'gone.ts', sure: 'certain' }] })).toBe(before);
  });

  it('is believed when the brief itself names the file, whatever the session left out', () => {
    const scouted = { files: [{ path: 'libs/order/list.ts', sure: 'certain' }] };
    const touches = outlook({ brief: 'Round libs/cart/total.ts' }, scouted).touches;
    expect(touches.slice(0, 2).map(({ path, confidence }) => `${path} ${confidence}`)).toEqual([
      'libs/cart/total.ts certain',
      'libs/order/list.ts certain',
    ]);
  });
});

describe('the files a task may mean', () => {
  it('are told down to the unlikeliest, those worth a line first', () => {
    const all = likeliestFiles(aTask('t', { title: 't', brief: 'Round totals' }), ground, MODELS.files);
    expect(all[0]?.path).toBe('libs/cart/total.ts');
    expect(all.map(({ p }) => p)).toEqual(all.map(({ p }) => p).sort((a, b) => b - a));
    expect(all.slice(0, outlook({ brief: 'Round totals' }).touches.length)).toEqual(outlook({ brief: 'Round totals' }).touches);
  });
});

it('bears a brief about folders with more files in all than a call can take arguments', () => {
  const folders = Array.from({ length: 80 }, (_, depth) => Array.from({ length: depth + 2 }, (_, n) => `d${n}`).join('/'));
  const paths = Array.from({ length: 2_000 }, (_, n) => `${folders.at(-1)}/f${n}.ts`);
  const { found } = viewTask(aTask('t', { brief: `Format ${folders.join(' ')}` }), groundOf({ paths }));
  expect(found.length).toBe(160_000);
});
