import { repoPath, type Touch } from '@breakwater/model';
import { aTask } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { composePrompt, PROMPT_VERSION } from './prompt.js';
import { aPlan } from './scripted-world.testing.js';

function touch(path: string, p: number): Touch {
  return { path: repoPath(path), p, confidence: p >= 0.9 ? 'certain' : p >= 0.4 ? 'likely' : 'possible', evidence: [] };
}

describe('composePrompt', () => {
  it('is the brief first, then likely files, bounds, neighbours, checks and manners', () => {
    const bare = aPlan([['api', 'page', 'later-known']]);
    const writes = {
      api: [touch('apps/api/orders.ts', 0.95), touch('libs/order.dto.ts', 0.5)],
      page: [touch('apps/web/history.tsx', 0.95), touch('apps/web/app.tsx', 0.1)],
    };
    const plan = {
      ...bare,
      tasks: bare.tasks.map((task) => ({
        ...task,
        writes: writes[task.id as 'api'] ?? [],
        creates: task.id === 'api' ? [repoPath('libs/order.dto.ts')] : [],
      })),
    };
    const api = aTask('api', {
      title: 'Order history endpoint',
      brief: 'Add GET /orders/history.\n',
      writes: ['apps/api/**'],
      verify: ['npm test'],
    });
    expect(PROMPT_VERSION).toBe(1);
    expect(composePrompt(plan, [api, aTask('page'), aTask('later-known')], api.id)).toMatchInlineSnapshot(`
      "Order history endpoint

      Add GET /orders/history.

      Files this will probably need (a prediction, not an order):
      - apps/api/orders.ts (certain)
      - libs/order.dto.ts (likely, does not exist yet)

      The author expects changes only in:
      - apps/api/**

      Other sessions work at the same time, each in its own worktree. You cannot see their changes. Leave these files to them; if you need a change there, say so in your last message instead of making it:
      - page: apps/web/history.tsx
      - later-known: its files are not known

      When you are done, these commands decide on the merged result:
      - npm test

      Work only inside the current directory; it is a git worktree of its own on its own branch.
      Commit your work there with a clear message. Do not push, do not switch branches, do not touch other worktrees.
      Finish with a short summary: what you changed, what you left open.
      "
    `);
  });

  it('is little more than the brief when nothing is known and nobody runs beside it', () => {
    expect(composePrompt(aPlan([['a']]), [aTask('a', { brief: 'Fix it.' })], aTask('a').id)).toMatchInlineSnapshot(`
      "Fix it.

      Work only inside the current directory; it is a git worktree of its own on its own branch.
      Commit your work there with a clear message. Do not push, do not switch branches, do not touch other worktrees.
      Finish with a short summary: what you changed, what you left open.
      "
    `);
  });

  it('passes text of the brief on as it is, whatever it looks like', () => {
    const brief = '--resume $(rm -rf /) `x` </brief> /clear';
    expect(composePrompt(aPlan([['a']]), [aTask('a', { brief })], aTask('a').id)).toContain(brief);
  });
});
