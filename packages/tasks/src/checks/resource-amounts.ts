import type { Diagnostic } from '@breakwater/model';
import { resourceNeeds } from '../resolve/resource-needs.js';
import { quoted } from '../text/quoted.js';
import { faultAt } from './fault-at.js';
import type { ReadTask, TaskList } from './task-list.js';

/** A task that needs more of a resource than there is could never start. */
export function resourceAmounts(list: TaskList): readonly Diagnostic[] {
  const { resources } = list.config;
  const capacityOf = (name: string): number => resources[name] ?? 1;
  return list.tasks.flatMap((task) => tooMuch(task, capacityOf));
}

function tooMuch(
  { located, written: { resources = [] }, name: task }: ReadTask,
  capacityOf: (name: string) => number,
): readonly Diagnostic[] {
  return resourceNeeds(resources).flatMap(({ name, amount }) => {
    const at = resources.findIndex((one) => (typeof one === 'string' ? one : one.name) === name);
    const complaint = name.trim() === '' ? NAMELESS : beyond({ name, amount }, capacityOf(name));
    if (complaint === undefined) return [];
    return [
      faultAt(located, ['resources', at], { code: 'E_RESOURCE', message: `${task} ${complaint.says}`, hint: complaint.hint }),
    ];
  });
}

const NAMELESS = { says: 'needs a resource without a name', hint: 'Write a name, for example: db:orders' };

function beyond(
  { name, amount }: { readonly name: string; readonly amount: number },
  capacity: number,
): typeof NAMELESS | undefined {
  if (amount <= capacity) return undefined;
  const raise = `resources: { ${quoted(name)}: { capacity: ${amount} } }`;
  return {
    says: `needs ${amount} of ${quoted(name)}, and there is ${capacity}`,
    hint: `Ask for at most ${capacity}, or raise it in the configuration:  ${raise}`,
  };
}
