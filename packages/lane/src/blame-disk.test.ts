import type { LaneEnd, TaskFailure } from '@breakwater/model';
import { NO_USAGE } from '@breakwater/model';
import { expect, test } from 'vitest';
import { blameDisk } from './blame-disk.js';
import { aRig } from './lane-rig.testing.js';

const ended = (failure: TaskFailure): LaneEnd => ({ end: 'failed', failure, usage: NO_USAGE });

test.each<[string, TaskFailure, TaskFailure['reason']]>([
  ['what it refused to us', { reason: 'worktree', message: 'ENOSPC: no space left on device, mkdir' }, 'disk'],
  ['work it would not take', { reason: 'lost', message: 'git commit failed: Read-only file system' }, 'disk'],
  ['no other trouble with a place', { reason: 'worktree', message: 'x is not empty' }, 'worktree'],
  [
    'not what a session says of it while there is room',
    { reason: 'session-failed', exitCode: 1, message: 'No space left on device' },
    'session-failed',
  ],
])('a disk is to blame for %s', async (_, failure, reason) => {
  expect(await blameDisk(ended(failure), { ...(await aRig()), environment: {} })).toMatchObject({
    end: 'failed',
    failure: { reason },
  });
});
