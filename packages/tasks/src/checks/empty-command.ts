import type { Diagnostic } from '@breakwater/model';
import type { Located, Path } from '../parse/located.js';
import { faultAt } from './fault-at.js';

/** Commands that say nothing, or that no shell can be handed. */
export function emptyCommands(
  commands: readonly string[],
  where: { readonly located: Located; readonly path: Path; readonly of: string; readonly code: string },
): readonly Diagnostic[] {
  const { located, path, of, code } = where;
  return commands.flatMap((command, at) => {
    const says = command.trim() === '' ? 'is empty' : command.includes('\0') ? 'holds a NUL character' : undefined;
    if (says === undefined) return [];
    const message = `command ${at + 1} of ${path.join('.')}${of} ${says}`;
    return [faultAt(located, [...path, at], { code, message, hint: 'Write a command, or remove the entry.' })];
  });
}
