import { type Diagnostic, err, ok, type Result } from '@breakwater/model';
import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type ParsedNode, type Scalar, type YAMLMap } from 'yaml';
import { codeOf, diagnosticOf } from '../text/fault.js';
import { quoted } from '../text/quoted.js';
import type { Source, Spot } from '../text/source.js';
import { DEEP_HINT, DEEPEST, MOST_VALUES } from './limits.js';
import type { Located, LocatedEntry, LocatedScalar } from './located.js';
import { mapEntries } from './map-entries.js';

/** The nodes of a document as located values. All that plain data cannot say is a fault, and so are too many values. */
export function locateYaml(
  contents: ParsedNode,
  document: Document.Parsed<ParsedNode>,
  source: Source,
): Result<Located, readonly Diagnostic[]> {
  const walk: Walk = { document, source, faults: [], values: 0 };
  const located = locate(contents, walk, 1);
  return walk.faults.length > 0 ? err(walk.faults) : ok(located);
}

interface Walk {
  readonly document: Document.Parsed<ParsedNode>;
  readonly source: Source;
  readonly faults: Diagnostic[];
  /** Counted with what aliases repeat, so that a small file cannot become a large value. */
  values: number;
}

function locate(node: Node | null, walk: Walk, depth: number): Located {
  const spot = spotOf(node, walk);
  walk.values += 1;
  const limit = overLimit(walk, depth);
  if (limit !== undefined) return nothing(spot, walk, limit);
  if (node !== null && 'tag' in node && node.tag !== undefined) return nothing(spot, walk, tagFault(String(node.tag)));
  if (isMap(node)) return { kind: 'map', spot, entries: mapEntries(entriesOf(node, walk, depth), walk.faults) };
  if (isSeq(node)) return { kind: 'list', spot, items: node.items.map((item) => locate(item as Node | null, walk, depth + 1)) };
  if (isAlias(node)) {
    const target = node.resolve(walk.document);
    return target === undefined ? nothing(spot, walk, aliasFault(node.source)) : locate(target, walk, depth + 1);
  }
  return isScalar(node) ? scalar(node, spot) : emptyAt(spot);
}

function spotOf(node: Node | null, { source }: Walk): Spot {
  const [start, end] = node?.range ?? [0, 0];
  return { source, start, end };
}

interface Complaint {
  readonly fault: 'SYNTAX' | 'LIMIT';
  readonly message: string;
  readonly hint: string;
}

/** A fault is said once, and what it is about becomes empty; after a limit the walk ends quickly. */
function nothing(spot: Spot, walk: Walk, { fault, message, hint }: Complaint): Located {
  const code = codeOf(walk.source.area, fault);
  const said = fault === 'LIMIT' && walk.faults.some((one) => one.code === code);
  if (!said) walk.faults.push(diagnosticOf({ code, message, at: spot, hint }));
  return emptyAt(spot);
}

function emptyAt(spot: Spot): LocatedScalar {
  return { kind: 'scalar', spot, value: null, written: '' };
}

function overLimit({ values }: Walk, depth: number): Complaint | undefined {
  if (depth > DEEPEST) return { fault: 'LIMIT', message: `values lie more than ${DEEPEST} levels deep`, hint: DEEP_HINT };
  if (values <= MOST_VALUES) return undefined;
  return {
    fault: 'LIMIT',
    message: `the file stands for more than ${MOST_VALUES} values`,
    hint: 'Aliases (*name) repeat what they name: use fewer.',
  };
}

function tagFault(tag: string): Complaint {
  return {
    fault: 'SYNTAX',
    message: `the YAML tag ${quoted(tag)} is not supported`,
    hint: 'Write plain texts, numbers, lists and maps; quote a text that YAML reads as something else.',
  };
}

function aliasFault(name: string): Complaint {
  return {
    fault: 'SYNTAX',
    message: `the alias ${quoted(`*${name}`)} names nothing above it`,
    hint: 'Quote a text that begins with an asterisk.',
  };
}

function entriesOf(map: YAMLMap, walk: Walk, depth: number): readonly LocatedEntry[] {
  return map.items.flatMap(({ key, value }) => {
    const keySpot = spotOf(key as Node, walk);
    const name = isScalar(key) && key.tag === undefined ? keyOf(key) : undefined;
    if (name === undefined || name === '<<') {
      nothing(keySpot, walk, name === undefined ? COMPLEX_KEY : MERGE_KEY);
      return [];
    }
    return [{ key: name, keySpot, value: value === null ? emptyAfter(keySpot) : locate(value as Node, walk, depth + 1) }];
  });
}

const COMPLEX_KEY: Complaint = { fault: 'SYNTAX', message: 'this key is not a text', hint: 'Keys are plain texts.' };
const MERGE_KEY: Complaint = {
  fault: 'SYNTAX',
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
