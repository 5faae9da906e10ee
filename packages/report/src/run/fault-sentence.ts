import { type LintFault, unreachable } from '@breakwater/model';
import { safeText } from '../safe-text.js';

/** What is wrong with the tree a task brings: the first fault in words, and how many more there are. */
export function faultSentence(faults: readonly LintFault[]): string {
  const [first] = faults;
  if (first === undefined) return '';
  const more = faults.length > 1 ? `, and ${faults.length - 1} more like it` : '';
  return safeText(`${words(first)}${more}`);
}

function words(fault: LintFault): string {
  switch (fault.rule) {
    case 'collision':
      return `${fault.path} and ${fault.other} are one file where case or accents do not count`;
    case 'git-name':
      return `${fault.path} has a name that some disks take for git's own folder`;
    case 'submodule':
      return `${fault.path} makes or changes a submodule`;
    case 'link':
      return `${fault.path} is a link that leads out of the repository, to ${fault.target}`;
    case 'large':
      return `${fault.path} is ${Math.round(fault.size / 1024 / 1024)} MB large`;
    default:
      return unreachable(fault);
  }
}
