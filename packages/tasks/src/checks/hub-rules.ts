import type { Diagnostic, HubRule } from '@breakwater/model';
import type { Located } from '../parse/located.js';
import type { ConfigCheck } from './config-check.js';
import { faultAt } from './fault-at.js';
import { globProblems } from './glob-problems.js';

/** Hub rules that say too little, or too much. */
export const hubRules: ConfigCheck = ({ written, located }) =>
  (written.hubs ?? []).flatMap((hub, at) => {
    const fault = commandFault(hub);
    const faults = fault === undefined ? [] : [hubFault(located, at, fault)];
    return [...faults, ...globProblems(hub.files, located, ['hubs', at, 'files'])];
  });

function hubFault(located: Located, at: number, { field, says, hint }: CommandFault): Diagnostic {
  return faultAt(located, ['hubs', at, field], { code: 'E_HUB_COMMAND', message: `hubs[${at}] has ${says}`, hint });
}

interface CommandFault {
  readonly field: 'policy' | 'command';
  readonly says: string;
  readonly hint: string;
}

function commandFault({
  policy,
  command,
}: {
  readonly policy: HubRule['policy'];
  readonly command?: string | undefined;
}): CommandFault | undefined {
  if (policy !== 'regenerate') {
    const hint = 'Remove the command, or write   policy: regenerate';
    return command === undefined ? undefined : { field: 'command', says: `the policy ${policy} and a command`, hint };
  }
  if (command !== undefined && command.trim() !== '') return undefined;
  const hint = 'Say what makes the file anew, for example:   command: "npm install --package-lock-only"';
  return { field: 'policy', says: 'the policy regenerate and no command', hint };
}
