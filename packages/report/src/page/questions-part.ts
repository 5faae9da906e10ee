import { notesOf } from '../plan/note-lines.js';
import { questionTexts } from '../plan/question-lines.js';
import { askedOf, type Question } from '../plan/vague.js';
import { type Html, html } from './html.js';
import type { PlanPage } from './plan-page.js';
import { type Roster, sentence } from './roster.js';

/** More would push the waves out of sight. */
const SHOWN = 3;

/** What its author could answer or should know before anything runs. */
export function questionsPart({ plan }: PlanPage, roster: Roster): Html | undefined {
  const questions = askedOf(plan).map((question) => questionBox(plan, question, roster));
  const notes = notesOf(plan).map(
    ({ message }) => html`
<p class="note"><span class="sign">!</span> ${message}</p>`,
  );
  if (questions.length + notes.length === 0) return undefined;
  return html`
<section aria-label="Questions and warnings" class="asks">${beginning(questions, 'more questions')}${beginning(notes, 'more warnings')}
</section>`;
}

function beginning(boxes: readonly Html[], rest: string): readonly Html[] {
  const more = boxes.slice(SHOWN);
  if (more.length < 2) return boxes;
  return [
    ...boxes.slice(0, SHOWN),
    html`
<details><summary>${more.length} ${rest}</summary>${more}</details>`,
  ];
}

function questionBox(plan: PlanPage['plan'], question: Question, roster: Roster): Html {
  return html`
<div class="note"><span class="sign">?</span>${questionTexts(plan, question).map((text) => html` <p>${sentence(text, roster)}</p>`)}</div>`;
}
