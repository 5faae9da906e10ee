import { expect, test } from 'vitest';
import { type LaneUse, laneEnvironment } from './lane-environment.js';

const USE: LaneUse = { run: '7f3a', task: 'order-api', lane: 1, ports: new Map(), temp: '/tmp/lane' };
const FIXED = { BREAKWATER_RUN: '7f3a', BREAKWATER_TASK: 'order-api', BREAKWATER_LANE: '1' };
const ports = new Map([
  ['web', 4201],
  ['dev-server', 5001],
]);

test('without settings a lane knows who it is', () => {
  expect(laneEnvironment({}, USE)).toEqual(FIXED);
});

test('every port has a variable', () => {
  const expected = { ...FIXED, BREAKWATER_PORT_WEB: '4201', BREAKWATER_PORT_DEV_SERVER: '5001' };
  expect(laneEnvironment({}, { ...USE, ports })).toEqual(expected);
});

test('templates are filled, and braces of another kind are left alone', () => {
  const env = {
    URL: 'http://localhost:{port:web}/{task}?{run}-{lane}',
    SOCKETS: '{temp}/sockets',
    KEPT: '{} {x} {port:none} ${lane',
  };
  expect(laneEnvironment(env, { ...USE, ports })).toMatchObject({
    URL: 'http://localhost:4201/order-api?7f3a-1',
    SOCKETS: '/tmp/lane/sockets',
    KEPT: env.KEPT,
  });
});

test('the user’s template may replace a variable of ours', () => {
  expect(laneEnvironment({ BREAKWATER_LANE: 'lane {lane}' }, USE)).toEqual({ ...FIXED, BREAKWATER_LANE: 'lane 1' });
});
