import type { Diagnostic } from '@breakwater/model';
import {
  type Alias,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { codeOf, diagnosticOf } from '../text/fault.js';
import { quoted } from '../text/quoted.js';
import type { Source, Spot } from '../text/source.js';
import { DEEP_HINT, DEEPEST, MOST_VALUES } from './limits.js';
import type { Located, LocatedEntry, LocatedScalar } from './located.js';
import { mapEntries } from './map-entries.js';
import { type Parsed, unreadable } from './parsed.js';

/** The nodes of a document as located values. All that plain data cannot say is a fault; too many values are the only fault said. */
export function locateYaml(contents: ParsedNode, source: Source): Parsed {
  const walk: Walk = { source, faults: [], anchors: new Map(), values: 0, limit: undefined };
  const value = locate(contents, walk, 1);
  return walk.limit === undefined ? { value, faults: walk.faults } : unreadable([walk.limit]);
}

interface Walk {
  readonly source: Source;
  readonly faults: Diagnostic[];
  /** What aliases may name so far: the walk follows the text. */
  readonly anchors: Map<string, Node>;
  /** Counted with what aliases repeat, so that a small file cannot become a large value. */
  values: number;
  /** Once it is reached the walk only finds its way back. */
  limit: Diagnostic | undefined;
}

function locate(node: Node | null, walk: Walk, depth: number): Located {
  const spot = spotOf(node, walk);
  if (isOverLimit(walk, depth, spot)) return emptyAt(spot);
  if (isAlias(node)) return locateAlias(node, walk, depth);
  if (isCollection(node) || isScalar(node)) remember(node, walk);
  if (isMap(node)) return { kind: 'map', spot, entries: mapEntries(entriesOf(node, walk, depth), walk.faults) };
  if (isSeq(node)) return { kind: 'list', spot, items: node.items.map((item) => locate(item as Node | null, walk, depth + 1)) };
  return isScalar(node) ? scalar(node, spot) : emptyAt(spot);
}

function isOverLimit(walk: Walk, depth: number, at: Spot): boolean {
  walk.values += 1;
  if (walk.limit !== undefined) return true;
  if (depth <= DEEPEST && walk.values <= MOST_VALUES) return false;
  const deep = { message: `values lie more than ${DEEPEST} levels deep`, hint: DEEP_HINT };
  const many = {
    message: `the file stands for more than ${MOST_VALUES} values`,
    hint: 'Aliases (*name) repeat what they name: use fewer.',
  };
  walk.limit = diagnosticOf({ code: codeOf(at.source.area, 'LIMIT'), at, ...(depth > DEEPEST ? deep : many) });
  return true;
}

/** Notes the anchor; a tag is a fault, and the value is taken as if it had none. */
function remember(node: YAMLMap | YAMLSeq | Scalar, walk: Walk): void {
  if (node.anchor !== undefined) walk.anchors.set(node.anchor, node);
  if (node.tag !== undefined) complain(node, walk, tagFault(node.tag.replace('tag:yaml.org,2002:', '!!')));
}

function locateAlias(alias: Alias, walk: Walk, depth: number): Located {
  const target = walk.anchors.get(alias.source);
  if (target !== undefined) return locate(target, walk, depth + 1);
  complain(alias, walk, aliasFault(alias.source));
  return { kind: 'scalar', spot: spotOf(alias, walk), value: alias.source, written: alias.source };
}

function spotOf(node: Node | null, { source }: Walk): Spot {
  const [start, end] = node?.range ?? [0, 0];
  return { source, start, end };
}

interface Complaint {
  readonly message: string;
  readonly hint: string;
}

function complain(node: Node, walk: Walk, complaint: Complaint): void {
  walk.faults.push(diagnosticOf({ code: codeOf(walk.source.area, 'SYNTAX'), at: spotOf(node, walk), ...complaint }));
}

function emptyAt(spot: Spot): LocatedScalar {
  return { kind: 'scalar', spot, value: null, written: '' };
}

function tagFault(tag: string): Complaint {
  return {
    message: `the YAML tag ${quoted(tag)} is not supported`,
    hint: 'Write plain texts, numbers, lists and maps; quote a text that YAML reads as something else.',
  };
}

function aliasFault(name: string): Complaint {
  return {
    message: `the alias ${quoted(`*${name}`)} names nothing above it`,
    hint: 'Quote a text that begins with an asterisk.',
  };
}

function entriesOf(map: YAMLMap, walk: Walk, depth: number): readonly LocatedEntry[] {
  return map.items.flatMap(({ key, value }) => {
    const keySpot = spotOf(key as Node, walk);
    const name = nameOf(key as Node, walk);
    if (name === undefined) return [];
    return [{ key: name, keySpot, value: value === null ? emptyAfter(keySpot) : locate(value as Node, walk, depth + 1) }];
  });
}

/** The text of a key, which an alias may name too; a key that is none is a fault. */
function nameOf(key: Node, walk: Walk): string | undefined {
  if (isScalar(key) && key.anchor !== undefined) walk.anchors.set(key.anchor, key);
  const name = isScalar(key) && key.tag === undefined ? keyOf(key) : undefined;
  if (name !== undefined && !isMerge(key, name)) return name;
  complain(key, walk, name === undefined ? COMPLEX_KEY : MERGE_KEY);
  return undefined;
}

/** In quotes it is a name like any other. */
function isMerge(key: Node, name: string): boolean {
  return name === '<<' && isScalar(key) && key.type === 'PLAIN';
}

const COMPLEX_KEY: Complaint = { message: 'this key is not a text', hint: 'Keys are plain texts.' };
const MERGE_KEY: Complaint = {
  message: 'the merge key "<<" is not supported',
  hint: 'Write the keys out, or use defaults.',
};

function emptyAfter({ source, end }: Spot): LocatedScalar {
  return emptyAt({ source, start: end, end });
}

/** A key is its text, whatever value YAML would make of it. */
function keyOf(key: Scalar): string {
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}

function scalar({ value, source = '' }: Scalar, spot: Spot): LocatedScalar {
  const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
  return { kind: 'scalar', spot, value: known, written: source };
}
