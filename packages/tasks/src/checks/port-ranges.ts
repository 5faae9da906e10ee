import { resolvePortRange } from '../resolve/resolve-port-range.js';
import { RULES } from '../schema/rules.js';
import { quoted } from '../text/quoted.js';
import type { ConfigCheck } from './config-check.js';
import { faultAt } from './fault-at.js';

const LAST_PORT = 65_535;

/** Ranges that hold no port, or not one for each session. */
export const portRanges: ConfigCheck = ({ written, located }) => {
  const sessions = written.concurrency ?? 3;
  return Object.entries(written.lanes?.ports ?? {}).flatMap(([name, range]) => {
    const [from, to] = resolvePortRange(range);
    const path = ['lanes', 'ports', name];
    const shown = `the port range ${quoted(name)} (${from}-${to})`;
    if (from < 1 || from > to || to > LAST_PORT) {
      const { code, allowed: hint } = RULES['port-range'];
      return [faultAt(located, path, { code, message: `${shown} is none`, hint })];
    }
    if (to - from + 1 >= sessions) return [];
    const message = `${shown} is too small for ${sessions} sessions at once`;
    return [faultAt(located, path, { code: 'E_RESOURCE', message, hint: 'Make it larger, or lower concurrency.' })];
  });
};
