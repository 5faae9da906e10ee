const LINE = /^[0-9a-f]+ (?:(\d+)|missing)$/;

/** Reads lines of an id and its size, as `cat-file --batch-check` prints them; undefined where the object is not there. */
export function parseSizes(text: string): readonly (number | undefined)[] {
  const lines = text.split('\n').slice(0, -1);
  return lines.map((line) => {
    const found = LINE.exec(line);
    if (found === null) throw new Error(`Internal error: not a line of cat-file: ${JSON.stringify(line)}`);
    return found[1] === undefined ? undefined : Number(found[1]);
  });
}
