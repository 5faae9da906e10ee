import { resolvePortRange } from '../resolve/resolve-port-range.js';
import { RULES } from '../schema/rules.js';
import type { ConfigCheck } from './config-check.js';
import { faultAt } from './fault-at.js';

const LAST_PORT = 65_535;

/** Ranges that hold no port. */
export const portRanges: ConfigCheck = ({ written, located }) =>
  Object.entries(written.lanes?.ports ?? {}).flatMap(([name, range]) => {
    const [from, to] = resolvePortRange(range);
    if (from >= 1 && from <= to && to <= LAST_PORT) return [];
    const { code, allowed: hint } = RULES['port-range'];
    return [faultAt(located, ['lanes', 'ports', name], { code, message: `lanes.ports.${name} is ${from}-${to}`, hint })];
  });
