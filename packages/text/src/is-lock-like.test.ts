import { expect, it } from 'vitest';
import { isLockLike } from './is-lock-like.js';

it.each([
  ['package-lock.json'],
  ['apps/web/pnpm-lock.yaml'],
  ['Cargo.lock'],
  ['packages/x/CHANGELOG.md'],
  ['.changeset/tidy-lions-cache.md'],
  ['src/__snapshots__/a.test.ts.snap'],
  ['src/i18n/messages.de.xlf'],
  ['api/Client.g.cs'],
  ['public/jquery.min.js'],
  ['src/generated/client.ts'],
  ['src/generated'],
  ['locale/de.xlf/readme.txt'],
  ['lang/de/web.po'],
  ['.all-contributorsrc'],
  ['tests/Shop.Tests/OrderTests.Renders.verified.txt'],
  ['tests/OrderTests.Renders.approved.json'],
  ['src/Shop/PublicAPI.Unshipped.txt'],
  ['src/Shop/CompatibilitySuppressions.xml'],
])('%s is written by tools or by every change', (path) => {
  expect(isLockLike(path)).toBe(true);
});

it.each([
  ['package.json'],
  ['src/lock.ts'],
  ['src/orders.verified/list.ts'],
  ['src/verified.ts'],
  ['src/locksmith/key.ts'],
  ['docs/snapshots.md'],
  ['src/generate.ts'],
  ['src/changelog/page.tsx'],
])('%s is written by hand', (path) => {
  expect(isLockLike(path)).toBe(false);
});
