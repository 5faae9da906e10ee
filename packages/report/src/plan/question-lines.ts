import type { Plan } from '@breakwater/model';
import { dim, type Line, paint, strong } from '../line.js';
import { count, inWords } from '../quantities.js';
import { lineWidth, type View } from '../view.js';
import { wrapLine } from '../wrap-line.js';
import { askedOf, type Question } from './vague.js';

/** What the author could answer to get a better plan: the first question whole, the others one line each. */
export function questionLines(plan: Plan, view: View): readonly string[] {
  const [first, ...others] = askedOf(plan);
  if (first === undefined) return [];
  const width = lineWidth(view);
  const title = others.length === 0 ? 'One question' : `${others.length + 1} questions`;
  const paragraphs: readonly Line[] = [
    ...questionTexts(plan, first),
    ...others.map((other): Line => [strong(other.task), ` names none either${fitting(other)}`]),
  ];
  return [
    paint([{ text: `? ${title}`, role: 'warn' }], view),
    ...paragraphs.flatMap((paragraph) => wrapLine(['  '], paragraph, width, view)),
  ];
}

/** One question: what is not known, how to answer it, what that is worth, and what happens without. */
export function questionTexts(plan: Plan, question: Question): readonly Line[] {
  return [
    [strong(question.task), ` names no project, file or symbol${fitting(question)}. Which project is it about?`],
    answer(question),
    ...worth(plan, question),
    [dim(withoutAnswer(plan, question))],
  ];
}

function fitting({ candidates }: Question): string {
  return candidates === 0 ? '' : `; ${count(candidates, 'file')} would fit it`;
}

function answer({ projects }: Question): Line {
  const first = projects[0];
  if (first === undefined) return ['Answer in the tasks file with  ', { text: 'scope: [project or folder]', whole: true }];
  return [
    `Most likely: ${projects.join(', ')}. Answer in the tasks file with  `,
    { text: `scope: [${yamlWord(first)}]`, whole: true },
  ];
}

/** As it has to be written in the tasks file: the name of an npm scope begins with a sign that YAML keeps for itself. */
function yamlWord(name: string): string {
  return /^[A-Za-z][\w./-]*$/.test(name) && !/^(?:true|false|null)$/i.test(name) ? name : JSON.stringify(name);
}

/** What an answer could save, where it could. */
function worth({ forecast, waves }: Plan, { task }: Question): readonly Line[] {
  const cost = forecast.constraints?.costs.find(({ constraint }) => constraint.kind === 'vague' && constraint.task === task);
  return cost === undefined
    ? []
    : [[`An answer may save ${savedText(waves.length - cost.waves)}: ${cost.waves} instead of ${waves.length}.`]];
}

function savedText(waves: number): string {
  return waves === 1 ? 'a wave' : count(waves, 'wave');
}

function withoutAnswer(plan: Plan, { task }: Question): string {
  const at = plan.waves.findIndex((wave) => wave.includes(task));
  const beside = (plan.waves[at]?.length ?? 1) - 1;
  const when = at === plan.waves.length - 1 ? 'runs last' : `runs in wave ${at + 1}`;
  if (plan.tasks.length === 1) return 'Without an answer it runs as it is.';
  if (beside === 0) return `Without an answer it ${when}, alone.`;
  return `Without an answer it ${when}, beside ${beside === 1 ? 'one other task only' : `${inWords(beside)} other tasks`}.`;
}
