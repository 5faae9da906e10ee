import type { Breach } from '@breakwater/model';

/** What the fence saw a session do, without its name in front: `was refused app.routes.ts: audit-log holds it`. */
export function breachSentence({ path, holder, seen }: Breach): string {
  if (seen === 'asked')
    return `was refused ${path}: ${holder === undefined ? 'it is outside of its fence' : `${holder} holds it`}`;
  const how = seen === 'shell' ? 'wrote' : 'changed';
  const tool = seen === 'shell' ? ' by a shell command' : '';
  return `${how} ${path}${tool}, though ${holder === undefined ? 'it is outside of its fence' : `${holder} holds it`}`;
}
