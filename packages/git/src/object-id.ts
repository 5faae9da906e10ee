/** Text that git gave us as an object id, of whichever length its hash has. */
export function asObjectId(text: string): string {
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text)) return text;
  throw new Error(`Internal error: not an object id: ${JSON.stringify(text)}`);
}
