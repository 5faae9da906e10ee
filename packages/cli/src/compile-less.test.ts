import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { flagFor } from './compile-less.js';

it('gives a flag to the engines it was measured with, and none to others', () => {
  expect(['11.3.244.8-node.38', '12.4.254.21'].map(flagFor)).toEqual([
    '--interrupt-budget=500000',
    '--invocation-count-for-turbofan=12000',
  ]);
  expect(['13.6.233.10', '1.1', '112.0', ''].map(flagFor)).toEqual([undefined, undefined, undefined, undefined]);
});

it('gives the present engine nothing that it complains of', () => {
  const script = 'require("node:v8").setFlagsFromString(process.argv[1])';
  const { status, stderr } = spawnSync(process.execPath, ['-e', script, '--', flagFor(process.versions.v8) ?? '--expose-gc']);
  expect([status, stderr.toString()]).toEqual([0, '']);
});
