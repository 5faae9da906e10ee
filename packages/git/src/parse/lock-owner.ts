import type { LockOwner } from '@breakwater/model';

/** Reads the text of a lock; undefined when another program, or a newer version, wrote it. */
export function parseLockOwner(text: string): LockOwner | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isLockOwner(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const TEXTS = ['run', 'startTime', 'bootId', 'host', 'since', 'nonce'];

function isLockOwner(value: unknown): value is LockOwner {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Readonly<Record<string, unknown>>;
  return TEXTS.every((name) => typeof fields[name] === 'string') && Number.isSafeInteger(fields['pid']);
}
