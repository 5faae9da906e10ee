import { expect, it } from 'vitest';
import { aTouch, planned } from '../example-plan.testing.js';
import { seen } from './example-page.testing.js';
import { fileList } from './file-list.js';
import { markupOf } from './html.js';

const taskWith = (...chances: readonly number[]) => ({
  ...planned('a', 1, [undefined, 0]),
  writes: chances.map((p, at) => aTouch(`src/${at}.ts`, p, 'text')),
});

it('has each file with how sure that is, by shape too, and what says so', () => {
  const task = taskWith(0.97, 0.4);
  const [first, second] = task.writes;
  const evidence = [...first!.evidence, { source: 'history', detail: 'like 3 commits' } as const];
  const list = fileList({ ...task, writes: [{ ...first!, evidence }, second!], creates: [second!.path] });
  expect(seen(list)).toEqual(['src/0.ts 97 % text, like 3 commits', 'src/1.ts 40 % text, new']);
  expect(markupOf(list).match(/aria-label="\w+"/g)).toEqual(['aria-label="certain"', 'aria-label="likely"']);
});

it('counts files that are one of many, and shows some even so where there are no others', () => {
  expect(seen(fileList(taskWith(0.5, 0.4, 0.3, 0.2, 0.15, 0.1, 0.09, 0.01))).slice(5)).toEqual([
    'src/5.ts 10 % text',
    'and 2 more, each below 10 %: plan --json lists them',
  ]);
  expect(seen(fileList(taskWith(0.09, 0.08, 0.07, 0.06, 0.05, 0.04)))).toHaveLength(6);
  expect(seen(fileList(taskWith(0.001)))).toEqual(['src/0.ts under 1 % text']);
});
