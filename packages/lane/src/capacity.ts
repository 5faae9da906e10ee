/** Bytes. A session alone takes about 0.25 GiB, the builds and tests it starts several times that. */
const PER_SESSION = 1024 ** 3;

/** How many sessions fit, those that run included; never none, for a machine that is always full would never begin. */
export function capacityFor(freeBytes: number, running: number): number {
  return Math.max(1, running + Math.floor(freeBytes / PER_SESSION));
}
