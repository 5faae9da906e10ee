/** `4200`, `"4200-4299"` or `[4200, 4299]` as both ends, inclusive. */
export function resolvePortRange(written: string | number | readonly [number, number]): readonly [number, number] {
  if (typeof written === 'number') return [written, written];
  if (typeof written !== 'string') return [written[0], written[1]];
  const [from = '', to = from] = written.split('-');
  return [Number(from), Number(to)];
}
