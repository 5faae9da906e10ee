/** Why git did not move a ref. */
export interface RefRefusal {
  /** For a person: what is in the way, and what becomes of it. */
  readonly message: string;
  /** No value of a ref is the reason, so asking again with other values does not help. */
  readonly stuck?: true;
}

/** Git's words about a ref it could not move, in ours. `fence`: the ref that had to hold a value besides. */
export function refRefusal(
  stderr: string,
  { ref, fence }: { readonly ref: string; readonly fence?: string | undefined },
): RefRefusal {
  const text = stderr.trim().replace(/^fatal: (commit|prepare): /, '');
  const file = /Unable to create '([^']*\.lock)': File exists/.exec(text)?.[1];
  if (file !== undefined) return { message: inTheWay(file, ref), stuck: true };
  const [, locked = '', why = ''] = /cannot lock ref '([^']*)': (.*)/.exec(text) ?? [];
  const found = valueText(why, locked === fence);
  return found === undefined ? { message: text, stuck: true } : { message: `${locked}${found}` };
}

/** What a killed git left on a ref of the person is theirs to remove. */
function inTheWay(file: string, ref: string): string {
  const isOurs = /^refs\/(heads\/)?breakwater\//.test(ref);
  const next = isOurs ? 'resume removes it when nobody holds it' : 'if none is at work here, delete it';
  return `${file} is in the way, which a git holds or left when it was killed (${next})`;
}

/** What follows the name of the ref; undefined when its value is not the reason. */
function valueText(why: string, isFence: boolean): string | undefined {
  const held = isFence ? ', by which this run holds the repository,' : '';
  const [, is = '', expected = ''] = /is at ([0-9a-f]+) but expected ([0-9a-f]+)/.exec(why) ?? [];
  if (is !== '') return isFence ? `${held} was taken by another` : ` is at ${is} by now, not at ${expected}`;
  if (why === 'reference already exists') return ' is there already';
  return /^(unable to resolve reference|reference is missing)/.test(why) ? `${held} is gone` : undefined;
}
