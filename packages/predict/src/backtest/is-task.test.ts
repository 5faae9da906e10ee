import { describe, expect, it } from 'vitest';
import { isTask } from './is-task.js';

const aChange = { subject: 'feat: order history', isBot: false, paths: ['src/orders.ts'] };

describe('a commit is like a task', () => {
  it.each([
    'feat: order history',
    'fix(router): update the url after a redirect',
    'Release memory when a socket closes',
    'New translation of dates in the API',
    'Update version check of the installer',
    'Format dates in the list',
    'release: sockets that nobody holds',
  ])('when a person says: %s', (subject) => {
    expect(isTask({ ...aChange, subject })).toBe(true);
  });

  it.each([
    'chore(release): publish 1.2.3',
    'v1.2.3',
    'Version packages',
    'chore(deps): bump zod from 3 to 4',
    'Revert "feat: order history"',
    'docs: update sponsors list',
    'chore: sync translations from the service',
    'Update crowdin configuration',
    'chore: update lockfile',
    'release: shop-cart@1.2.3',
    'Bumped version to 2026.1.0',
    'chore: bump version',
    '[deps] Shop: Update stripe to v9',
    '[ci] format',
    'Translated using Weblate (Danish)',
    'chore: extract translations',
    "[automated] Merge branch 'release/2' => 'main'",
  ])('not when it keeps the books: %s', (subject) => {
    expect(isTask({ ...aChange, subject })).toBe(false);
  });

  it('not when it changes nothing, what tools make, or more files than tell anything about the next', () => {
    expect(isTask({ ...aChange, paths: [] })).toBe(false);
    expect(isTask({ ...aChange, paths: ['yarn.lock', '.changeset/big-dogs.md'] })).toBe(false);
    expect(isTask({ ...aChange, paths: Array.from({ length: 31 }, (_, n) => `src/${n}.ts`) })).toBe(false);
  });

  it('not when a program made it', () => {
    expect(isTask({ ...aChange, isBot: true })).toBe(false);
  });

  it('not when it only raises versions', () => {
    expect(isTask({ ...aChange, subject: 'Upgrade vite', paths: ['package.json', 'pnpm-lock.yaml'] })).toBe(false);
    expect(isTask({ ...aChange, subject: 'Package updates', paths: ['Shop.Cart.csproj'] })).toBe(false);
    expect(isTask({ ...aChange, subject: 'Upgrade vite', paths: ['package.json', 'vite.config.ts'] })).toBe(true);
  });
});
