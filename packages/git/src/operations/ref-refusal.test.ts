import { expect, it } from 'vitest';
import { refRefusal } from './ref-refusal.js';

const [ONE, TWO] = ['1'.repeat(40), '2'.repeat(40)];
const OURS = { ref: 'refs/heads/breakwater/7f3a/integration', fence: 'refs/breakwater/lock' };
const LOCKED = `Unable to create '/r/.git/refs/x.lock': File exists.\n\nAnother git process seems to be running in this repository`;

it.each([
  [`fatal: prepare: cannot lock ref 'refs/x': is at ${ONE} but expected ${TWO}`, `refs/x is at ${ONE} by now, not at ${TWO}`],
  ["fatal: commit: cannot lock ref 'refs/x': reference already exists", 'refs/x is there already'],
  ["fatal: prepare: cannot lock ref 'refs/x': unable to resolve reference 'refs/x'", 'refs/x is gone'],
  [`fatal: prepare: cannot lock ref 'refs/x': reference is missing but expected ${ONE}`, 'refs/x is gone'],
  [
    "fatal: prepare: cannot lock ref 'refs/breakwater/lock': unable to resolve reference 'refs/breakwater/lock'",
    'refs/breakwater/lock, by which this run holds the repository, is gone',
  ],
  [
    `fatal: prepare: cannot lock ref 'refs/breakwater/lock': is at ${ONE} but expected ${TWO}`,
    'refs/breakwater/lock, by which this run holds the repository, was taken by another',
  ],
])('says of %s what it is about', (stderr, message) => {
  expect(refRefusal(stderr, OURS)).toEqual({ message });
});

it.each([
  ['refs/heads/breakwater/7f3a/a', 'resume removes it when nobody holds it'],
  ['refs/heads/main', 'if none is at work here, delete it'],
])('says of a lock file on %s: %s', (ref, next) => {
  const message = `/r/.git/refs/x.lock is in the way, which a git holds or left when it was killed (${next})`;
  expect(refRefusal(`fatal: prepare: cannot lock ref 'refs/x': ${LOCKED}`, { ref })).toEqual({ message, stuck: true });
});

it('leaves what it does not know as git says it', () => {
  const message = "cannot lock ref 'refs/heads/a/b': 'refs/heads/a' exists; cannot create 'refs/heads/a/b'";
  expect(refRefusal(`fatal: prepare: ${message}\n`, OURS)).toEqual({ message, stuck: true });
});
