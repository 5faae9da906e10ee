import { aTask } from '@breakwater/model/testing';
import { expect, it } from 'vitest';
import { aHistory } from './a-past-commit.testing.js';
import { evidenceFor } from './evidence-for.js';
import { groundOf } from './found-by.testing.js';
import { viewTask } from './outlook.js';

const ground = groundOf({
  paths: ['libs/cart/refund.ts', 'libs/order/page.ts', 'tools/hub.ts'],
  history: aHistory({
    'fix: refund is paid twice to customers who cancel an order before it was sent to them': ['libs/order/page.ts'],
    'fix: one thing': ['tools/hub.ts'],
    'fix: another thing': ['tools/hub.ts'],
    'feat: third thing': ['tools/hub.ts'],
  }),
});
const { view } = viewTask(aTask('t', { brief: 'fix: refund' }), ground);
const because = (path: string) =>
  evidenceFor(view, ground.files.numberOf(path) ?? -1).map(({ source, detail }) => `${source}: ${detail}`);

it('names the words a file shares with the brief', () => {
  expect(because('libs/cart/refund.ts')).toEqual(['text: words: refund']);
});

it('names the commit like the task that changed it, cut short', () => {
  expect(because('libs/order/page.ts')).toEqual(['history: like: fix: refund is paid twice to customers who cancel an orde...']);
});

it('says when nothing speaks for a file but how often it changes', () => {
  expect(because('tools/hub.ts')).toEqual(['heat: often in fix']);
});

it('cuts a subject between characters, never inside one', () => {
  const rocket = '🚀';
  const ground = groundOf({ paths: ['a.ts', 'b.ts'], history: aHistory({ [`refund ${rocket.repeat(60)}`]: ['a.ts'] }) });
  const { view } = viewTask(aTask('t', { brief: 'refund' }), ground);
  expect(evidenceFor(view, 0)).toEqual([{ source: 'history', detail: `like: refund ${rocket.repeat(50)}...` }]);
});
