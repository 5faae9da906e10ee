import type { Spot } from '../text/source.js';
import { DEEPEST } from './limits.js';
import type { Located, LocatedScalar } from './located.js';
import { PROTOTYPE_KEYS } from './map-entries.js';

/** A value made by code, as if it had been read: everything stands at one spot. Functions and the like are taken as texts. */
export function locateValue(value: unknown, spot: Spot, depth = 1): Located {
  if (depth > DEEPEST) return scalar(null, spot);
  if (Array.isArray(value)) return { kind: 'list', spot, items: value.map((item) => locateValue(item, spot, depth + 1)) };
  if (typeof value !== 'object' || value === null) return scalar(value, spot);
  const entries = Object.entries(value).filter(([key, inner]) => inner !== undefined && !PROTOTYPE_KEYS.has(key));
  return {
    kind: 'map',
    spot,
    entries: entries.map(([key, inner]) => ({ key, keySpot: spot, value: locateValue(inner, spot, depth + 1) })),
  };
}

function scalar(value: unknown, spot: Spot): LocatedScalar {
  const known = value === null || ['string', 'number', 'boolean'].includes(typeof value);
  return { kind: 'scalar', spot, value: known ? (value as LocatedScalar['value']) : String(value), written: String(value) };
}
