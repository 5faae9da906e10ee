import { planHere } from '@breakwater/api';
import { describe, expect, it } from 'vitest';
import { anIo, breakwater, PLAIN } from './cli-rig.testing.js';
import { buildProgram } from './program.js';

const COMMANDS = [
  'plan',
  'execute',
  'resume',
  'status',
  'stop',
  'logs',
  'approve',
  'reject',
  'retry',
  'undo',
  'land',
  'clean',
  'explain',
  'backtest',
  'doctor',
  'init',
  'demo',
];

describe('the help', () => {
  it('of the program is this, whether asked for or when nothing is', async () => {
    const asked = await breakwater('/', ['--help']);
    expect([asked.code, asked.stderr]).toEqual([0, '']);
    await expect(asked.stdout).toMatchFileSnapshot('golden/help.txt');
    expect(await breakwater('/', [])).toEqual(asked);
    expect(await breakwater('/', ['-h'])).toEqual(asked);
  });

  it.each(COMMANDS)('of %s is this', async (command) => {
    const asked = await breakwater('/', [command, '--help']);
    expect([asked.code, asked.stderr]).toEqual([0, '']);
    await expect(asked.stdout).toMatchFileSnapshot(`golden/help-${command}.txt`);
  });

  it.each([[], ...COMMANDS.map((command) => [command])])('is asked for in words as well: help %s', async (...command) => {
    expect(await breakwater('/', ['help', ...command])).toEqual(await breakwater('/', [...command, '--help']));
  });

  it('leaves no command out', () => {
    const program = buildProgram({ io: anIo(), world: {} as never, planner: planHere, signal: () => undefined }, () => undefined);
    expect(program.commands.map((command) => command.name())).toEqual(COMMANDS);
  });

  it.each([80, 120])('fits a window of %i columns', async (columns) => {
    const texts = await Promise.all(
      [[], ...COMMANDS.map((command) => [command])].map((words) =>
        breakwater('/', [...words, '--help'], { io: { outView: { ...PLAIN, columns } } }),
      ),
    );
    const own = texts.flatMap(({ stdout }) => stdout.split('Examples:')[0]!.split('\n'));
    expect(own.filter((line) => line.length > columns)).toEqual([]);
    const widest = Math.max(...own.map((line) => line.length));
    expect(widest).toBeGreaterThan(columns - 20);
  });
});
