/** What such a file can hold, and the names of what it cannot. */
export interface LaneFileText {
  readonly text: string;
  readonly leftOut: readonly string[];
}

type Variable = readonly [name: string, value: string];

/**
 * Variables as dotenv, Node, Docker Compose and shells read them back: none of them knows how to write every text, and dotenv undoes
 * no escape but line ends. So the quotes are those that the value does not hold. What no quotes can hold, and what a shell that reads
 * the file would run as a command, is left out.
 */
export function laneFileText(variables: Readonly<Record<string, string>>): LaneFileText {
  const all = Object.entries(variables).map(([name, value]) => ({ name, value, line: assignment([name, value]) }));
  // dotenv takes a backslash before the last quote for part of the value, if it finds another end further down.
  const inOrder = [...all].sort((one, other) => Number(one.value.endsWith('\\')) - Number(other.value.endsWith('\\')));
  return {
    text: inOrder.map(({ line }) => line ?? '').join(''),
    leftOut: all.filter(({ line }) => line === undefined).map(({ name }) => name),
  };
}

function assignment([name, value]: Variable): string | undefined {
  if (/^[\w./:@%+,=-]*$/.test(value)) return `${name}=${value}\n`;
  if (value.includes('\r')) return undefined;
  if (!value.includes("'")) return `${name}='${value}'\n`;
  return isPlainInDouble(value) ? `${name}="${value}"\n` : undefined;
}

/** A variable in it is filled in by shells, which does no harm. */
function isPlainInDouble(value: string): boolean {
  return !/["`\\]|\$\(/.test(value);
}
