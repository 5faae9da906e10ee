import type { Spot } from '../text/source.js';

/** A value that remembers where it was written: what YAML, JSON, Markdown front matter and code all become. */
export type Located = LocatedMap | LocatedList | LocatedScalar;

export interface LocatedMap {
  readonly kind: 'map';
  readonly spot: Spot;
  /** Without duplicate keys and without those that reach into prototypes. */
  readonly entries: readonly LocatedEntry[];
}

export interface LocatedEntry {
  readonly key: string;
  readonly keySpot: Spot;
  readonly value: Located;
}

export interface LocatedList {
  readonly kind: 'list';
  readonly spot: Spot;
  readonly items: readonly Located[];
}

export interface LocatedScalar {
  readonly kind: 'scalar';
  readonly spot: Spot;
  readonly value: string | number | boolean | null;
  /** The text it was read from, where that tells more than the value: `012` for 12. */
  readonly written: string;
}

export type Path = readonly PropertyKey[];

/** The entry of a key; undefined when there is none or it is no map. */
export function entryOf(located: Located | undefined, key: string): LocatedEntry | undefined {
  return located?.kind === 'map' ? located.entries.find((entry) => entry.key === key) : undefined;
}

/** The value at a path of keys and indexes. */
export function valueAt(located: Located | undefined, path: Path): Located | undefined {
  const [first, ...rest] = path;
  if (first === undefined || located === undefined) return located;
  return valueAt(located.kind === 'list' ? located.items[Number(first)] : entryOf(located, String(first))?.value, rest);
}

/** The text at a path, if a text is there. */
export function textAt(located: Located | undefined, path: Path): string | undefined {
  const found = valueAt(located, path);
  return found?.kind === 'scalar' && typeof found.value === 'string' ? found.value : undefined;
}

/** Where to point for a path: at the value, at the key of a value that is empty or no scalar, else at what should hold it. */
export function spotAt(located: Located, path: Path): Spot {
  const [first, ...rest] = path;
  if (first === undefined) return beginningOf(located);
  if (located.kind === 'list') return spotOfItem(located, Number(first), rest);
  const entry = entryOf(located, String(first));
  if (entry === undefined) return beginningOf(located);
  const { value, keySpot } = entry;
  const byKey = rest.length === 0 && (value.kind !== 'scalar' || value.spot.end === value.spot.start);
  return byKey ? keySpot : spotAt(value, rest);
}

function spotOfItem(list: LocatedList, index: number, rest: Path): Spot {
  const item = list.items[index];
  return item === undefined ? list.spot : spotAt(item, rest);
}

/** Of a map the key it begins with: the rest would be a long underline. */
function beginningOf(located: Located): Spot {
  return (located.kind === 'map' ? located.entries[0]?.keySpot : undefined) ?? located.spot;
}

export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** The value alone. Maps have no prototype, so no key can reach one. */
export function plainOf(located: Located): Plain {
  if (located.kind === 'scalar') return located.value;
  if (located.kind === 'list') return located.items.map(plainOf);
  const map: Record<string, Plain> = Object.create(null);
  for (const { key, value } of located.entries) map[key] = plainOf(value);
  return map;
}
