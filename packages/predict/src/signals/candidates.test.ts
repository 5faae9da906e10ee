import { aTask } from '@breakwater/model/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aHistory } from '../a-past-commit.testing.js';
import { groundOf, type World } from '../found-by.testing.js';
import { viewTask } from '../outlook.js';
import { someProjects } from '../projects.testing.js';
import { candidates } from './candidates.js';

function candidatesOf(wanted: Parameters<typeof aTask>[1], world: World): readonly (string | undefined)[] {
  const ground = groundOf(world);
  return candidates(viewTask(aTask('t', { title: 't', ...wanted }), ground).view).map((file) => ground.paths.all[file]);
}

const MANY = Array.from({ length: 400 }, (_, n) => `libs/shop/part${n}x.ts`);

describe('the files a model is asked about', () => {
  it('are none of which nothing is known', () => {
    expect(candidatesOf({ brief: 'Refund' }, { paths: MANY })).toEqual([]);
  });

  it('are the files of a declared scope, also when no word fits', () => {
    const world = {
      paths: ['libs/cart/a.ts', 'libs/order/b.ts'],
      rest: { projects: someProjects({ cart: 'libs/cart', order: 'libs/order' }) },
    };
    expect(candidatesOf({ brief: 'Refund', scope: ['order'] }, world)).toEqual(['libs/order/b.ts']);
  });

  it('are those named outright, however many fit better', () => {
    const brief = `Refund ${Array.from({ length: 300 }, (_, n) => `part${n}x`).join(' ')}, and libs/zoo/lion.ts`;
    expect(candidatesOf({ brief }, { paths: [...MANY, 'libs/zoo/lion.ts'] })).toContain('libs/zoo/lion.ts');
  });

  it('are the files that changed lately, whatever the task', () => {
    const history = aHistory(
      Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`fix: ${n}y`, [`libs/shop/part${n}x.ts`]])),
    );
    const found = candidatesOf({ brief: '' }, { paths: MANY, history });
    expect(found).toHaveLength(25);
    expect(found).toContain('libs/shop/part0x.ts');
    expect(found).not.toContain('libs/shop/part39x.ts');
  });

  it('are a few hundred at most', () => {
    const said = Array.from({ length: 400 }, (_, n) => `part${n}x`).join(' ');
    const history = aHistory(
      Object.fromEntries(Array.from({ length: 400 }, (_, n) => [`fix(shop): ${n}y`, [`libs/shop/part${399 - n}x.ts`]])),
    );
    expect(candidatesOf({ brief: `fix(shop): ${said}` }, { paths: MANY, history }).length).toBeLessThan(400);
  });
});

it('each is asked about once, in the order of the files, and none that tools write', async () => {
  const paths = ['cart/total.ts', 'cart/yarn.lock', 'order/CHANGELOG.md', 'order/total.ts', 'src/__snapshots__/total.snap'];
  const words = fc.array(fc.constantFrom('total', 'cart', 'order', 'yarn.lock', 'order/CHANGELOG.md', 'snapshots'), {
    maxLength: 8,
  });
  const history = aHistory({
    'fix: total': ['cart/total.ts', 'cart/yarn.lock'],
    'fix: snapshots': ['order/CHANGELOG.md', 'order/total.ts'],
  });
  await fc.assert(
    fc.property(words, (said) => {
      const found = candidatesOf({ brief: said.join(' ') }, { paths, history });
      expect(found).toEqual([...new Set(found)].sort());
      expect(found.every((path) => path === 'cart/total.ts' || path === 'order/total.ts')).toBe(true);
    }),
  );
});
