import type { Config } from '@breakwater/model';
import { expect, test } from 'vitest';
import { type LaneUse, laneEnvironment } from './lane-environment.js';

const USE: LaneUse = { run: '7f3a', task: 'order-api', lane: 1, from: 'start' };
const FIXED = { BREAKWATER_RUN: '7f3a', BREAKWATER_TASK: 'order-api', BREAKWATER_LANE: '1' };
const lanes = (env: Config['lanes']['env'], ports: Config['lanes']['ports'] = {}): Config['lanes'] => ({ env, ports });

test('without settings a lane knows who it is', () => {
  expect(laneEnvironment(lanes({}), USE)).toEqual({ ok: true, value: FIXED });
});

test('ports count up with the lane, and have a variable each', () => {
  expect(laneEnvironment(lanes({}, { web: [4200, 4299], 'dev-server': [5000, 5001] }), USE)).toEqual({
    ok: true,
    value: { ...FIXED, BREAKWATER_PORT_WEB: '4201', BREAKWATER_PORT_DEV_SERVER: '5001' },
  });
});

test('templates are filled, and braces of another kind are left alone', () => {
  const env = {
    URL: 'http://localhost:{port:web}/{task}?{run}-{lane}',
    KEPT: '{} {x} {port:none} ${lane',
  };
  expect(laneEnvironment(lanes(env, { web: [80, 90] }), USE)).toEqual({
    ok: true,
    value: { ...FIXED, BREAKWATER_PORT_WEB: '81', URL: 'http://localhost:81/order-api?7f3a-1', KEPT: env.KEPT },
  });
});

test('the user’s template may replace a variable of ours', () => {
  expect(laneEnvironment(lanes({ BREAKWATER_LANE: 'lane {lane}' }), USE)).toEqual({
    ok: true,
    value: { ...FIXED, BREAKWATER_LANE: 'lane 1' },
  });
});

test('no two lanes get one port, and verification takes the last of the range', () => {
  const ports = lanes({}, { web: [4200, 4203] });
  const portOf = (use: Partial<LaneUse>) => {
    const environment = laneEnvironment(ports, { ...USE, ...use });
    return environment.ok ? environment.value['BREAKWATER_PORT_WEB'] : environment.error;
  };
  expect([0, 1, 2].map((lane) => portOf({ lane }))).toEqual(['4200', '4201', '4202']);
  expect(portOf({ lane: 3, from: 'end' })).toBe('4203');
  expect(portOf({ lane: 4 })).toBe('the port range web (4200-4203) has no port for lane 4');
});
