import { aTask } from '@breakwater/model/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foundBy } from '../found-by.testing.js';
import { someProjects } from '../projects.testing.js';
import { fileNames } from './file-names.js';
import { stems } from './stems.js';

const NAMESAKES = ['apps/web/page.ts', 'apps/api/page.ts'];
const rest = { projects: someProjects({ web: 'apps/web', api: 'apps/api' }) };
const found = (brief: string, scope: readonly string[] = []) =>
  foundBy(fileNames, aTask('t', { brief, scope }), { paths: NAMESAKES, rest });

it('a file name means the file in the scope, and all of that name where the scope has none', () => {
  expect(found('Fix page.ts', ['api'])).toEqual([['apps/api/page.ts', 0.8, 'brief: its name']]);
  expect(found('fix(web): mend page.ts')).toEqual([['apps/web/page.ts', 0.8, 'brief: its name']]);
  expect(found('Fix page.ts', ['nowhere']).map(([path]) => path)).toEqual(['apps/api/page.ts', 'apps/web/page.ts']);
});

it.each(['Fix (page.ts).', 'Fix "page.ts"!', 'Fix `page.ts`:', 'Fix page.ts:12', 'Fix **page.ts**', 'Fix page.ts,\r\nnow'])(
  'a file name is known with signs around it: %j',
  (brief) => {
    expect(found(brief)).toHaveLength(2);
  },
);

it.each(['Fix mypage.ts', 'Fix page.tsx', 'Fix page', 'Fix page.ts.bak', 'Fix PAGE.TS'])(
  'another name is another file: %s',
  (brief) => {
    expect(found(brief)).toEqual([]);
  },
);

it('a namesake more makes none of them likelier, and too many none of them likely', async () => {
  await fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), (n) => {
      const paths = Array.from({ length: n }, (_, nth) => `libs/l${nth}/login.guard.ts`);
      for (const [source, brief] of [[fileNames, 'Fix login.guard.ts'] as const, [stems, 'Fix LoginGuard'] as const]) {
        const [now, more] = [paths, [...paths, 'libs/more/login.guard.ts']].map((all) =>
          foundBy(source, aTask('t', { brief }), { paths: all }),
        );
        expect(now).toHaveLength(n > 8 ? 0 : n);
        for (const [, p] of more ?? []) expect(p).toBeLessThanOrEqual(now?.[0]?.[1] ?? 1);
      }
    }),
  );
});
