import { expect, test } from 'vitest';
import { freeRange, listenOn } from './free-ports.testing.js';
import { PortLeases } from './lane-ports.js';

const ranged = (leased: Awaited<ReturnType<PortLeases['lease']>>) =>
  leased.ok ? Object.fromEntries(leased.value) : leased.error;

test('the i-th lane gets the i-th port and keeps it, the verification the last', async () => {
  const [start, end] = await freeRange(10);
  const leases = new PortLeases();
  const asked = [0, 1, 2, 'verify', 1] as const;
  const ports = await Promise.all(asked.map((lane) => leases.lease({ web: [start, end] }, lane)));
  expect(ports.map(ranged)).toEqual([start, start + 1, start + 2, end, start + 1].map((web) => ({ web })));
  await leases.release();
});

test.each(['127.0.0.1', '0.0.0.0', '::'])('a port somebody listens on, on %s, is passed over', async (host) => {
  const [start, end] = await freeRange(4);
  const theirs = await listenOn(start, host);
  const leases = new PortLeases();
  expect(ranged(await leases.lease({ web: [start, end] }, 0))).toEqual({ web: start + 1 });
  expect(ranged(await leases.lease({ web: [start, end] }, 1))).toEqual({ web: start + 2 });
  await leases.release();
  theirs?.close();
});

test('ranges that overlap give no port twice', async () => {
  const [start, end] = await freeRange(4);
  const leases = new PortLeases();
  expect(ranged(await leases.lease({ api: [start, end], web: [start, end] }, 0))).toEqual({ api: start, web: start + 1 });
  await leases.release();
});

test('when a range is used up that is said', async () => {
  const [start, end] = await freeRange(2);
  const leases = new PortLeases();
  await Promise.all([leases.lease({ web: [start, end] }, 0), leases.lease({ web: [start, end] }, 1)]);
  expect(ranged(await leases.lease({ web: [start, end] }, 2))).toBe(
    `the port range web (${start}-${end}) has no free port for lane 2`,
  );
  await leases.release();
});

test('a lane that cannot have all its ports keeps none of them, and gets them when it asks again', async () => {
  const [start, end] = await freeRange(2);
  const theirs = await listenOn(end, '127.0.0.1');
  const [one, other] = [new PortLeases(), new PortLeases()];
  const ranges = { api: [start, start], web: [end, end] } as const;
  expect(ranged(await one.lease(ranges, 0))).toBe(`the port range web (${end}-${end}) has no free port for lane 0`);
  expect(ranged(await other.lease({ api: [start, start] }, 0))).toEqual({ api: start });
  await other.release();
  await new Promise((closed) => theirs?.close(closed));
  expect(ranged(await one.lease(ranges, 0))).toEqual({ api: start, web: end });
  await one.release();
});

test('another run on this machine gets others, until the first gives them back', async () => {
  const [start, end] = await freeRange(3);
  const [one, other] = [new PortLeases(), new PortLeases()];
  expect(ranged(await one.lease({ web: [start, end] }, 0))).toEqual({ web: start });
  expect(ranged(await other.lease({ web: [start, end] }, 0))).toEqual({ web: start + 1 });
  await one.release();
  await other.release();
  expect(ranged(await other.lease({ web: [start, end] }, 0))).toEqual({ web: start });
  await other.release();
});
