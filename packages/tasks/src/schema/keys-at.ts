import * as z from 'zod/mini';

const remembered = new WeakMap<z.ZodMiniType, Node>();

/** The keys a schema knows at a path, in its own order. */
export function keysAt(schema: z.ZodMiniType, path: readonly PropertyKey[]): readonly string[] {
  const whole = remembered.get(schema) ?? (z.toJSONSchema(schema, { io: 'input' }) as Node);
  remembered.set(schema, whole);
  const reached = path.reduce<readonly Node[]>((nodes, part) => nodes.flatMap((node) => step(node, part)), branchesOf(whole));
  return [...new Set(reached.flatMap((node) => Object.keys(node.properties ?? {})))];
}

/** The parts of JSON Schema that our schemas use for structure. */
interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
}

function branchesOf(node: Node): readonly Node[] {
  const options = [...(node.anyOf ?? []), ...(node.oneOf ?? [])];
  return options.length === 0 ? [node] : options.flatMap(branchesOf);
}

function step({ properties = {}, additionalProperties, items }: Node, part: PropertyKey): readonly Node[] {
  const inner = typeof part === 'number' ? items : (properties[String(part)] ?? additionalProperties);
  return typeof inner === 'object' ? branchesOf(inner) : [];
}
