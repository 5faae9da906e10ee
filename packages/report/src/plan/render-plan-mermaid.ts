import type { Conflict, Plan, TaskId } from '@breakwater/model';
import { safeText } from '../safe-text.js';

/** The plan as a Mermaid flowchart: a box a wave, arrows for order, dotted lines for pairs kept apart. */
export function renderPlanMermaid(plan: Plan): string {
  const nodes = new Map(plan.waves.flat().map((id, at) => [id, `t${at + 1}`]));
  const waves = plan.waves.flatMap((wave, at) => [
    `  subgraph wave${at + 1}["Wave ${at + 1}"]`,
    ...wave.map((id) => `    ${nodes.get(id)}["${label(id)}"]`),
    '  end',
  ]);
  const order = plan.precedences.map(({ before, after }) => `  ${nodes.get(before)} --> ${nodes.get(after)}`);
  const apart = plan.conflicts
    .filter((one) => !isOrdered(one, plan))
    .map(({ between: [a, b] }) => `  ${nodes.get(a)} -.- ${nodes.get(b)}`);
  return `${['flowchart TD', ...waves, ...order, ...apart].join('\n')}\n`;
}

function isOrdered({ between: [a, b] }: Conflict, plan: Plan): boolean {
  return plan.precedences.some(({ before, after }) => (before === a && after === b) || (before === b && after === a));
}

/** Everything but plain word characters as a Mermaid entity, so that no label can end its quotes or become markup. */
function label(id: TaskId): string {
  return safeText(id).replace(/[^A-Za-z0-9 ._-]/gu, (character) => `#${character.codePointAt(0)};`);
}
