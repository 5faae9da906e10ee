/** Values of a file that anybody may have written; every reader below answers with the empty value when the shape is another. */
export type JsonRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function recordOf(value: unknown): JsonRecord {
  return isRecord(value) ? value : {};
}

/** The text without surrounding blanks; undefined for anything else and for an empty one. */
export function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const trimmed = value.trim();
  return trimmed === '' ? undefined : trimmed;
}

export function textsOf(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return list.flatMap((one) => textOf(one) ?? []);
}

/** One text or a list of them, as many manifests allow. */
export function oneOrMoreTextsOf(value: unknown): readonly string[] {
  return textsOf(typeof value === 'string' ? [value] : value);
}
