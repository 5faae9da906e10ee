import { taskId } from '@breakwater/model';
import { expect, it } from 'vitest';
import { breachSentence } from './breach-sentence.js';

const holder = taskId('page');

it('says what was refused, and who holds it', () => {
  expect(breachSentence({ path: 'a.ts', holder, seen: 'asked' })).toBe('was refused a.ts: page holds it');
  expect(breachSentence({ path: 'a.ts', seen: 'asked' })).toBe('was refused a.ts: it is outside of its fence');
});

it('says what was written all the same, and when that was found', () => {
  expect(breachSentence({ path: 'a.ts', holder, seen: 'shell' })).toBe('wrote a.ts by a shell command, though page holds it');
  expect(breachSentence({ path: 'a.ts', holder, seen: 'commit' })).toBe('changed a.ts, though page holds it');
  expect(breachSentence({ path: 'a.ts', seen: 'commit' })).toBe('changed a.ts, though it is outside of its fence');
});
