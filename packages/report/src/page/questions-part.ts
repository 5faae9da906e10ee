import { notesOf } from '../plan/note-lines.js';
import { questionTexts } from '../plan/question-lines.js';
import { askedOf, type Question } from '../plan/vague.js';
import { type Html, html } from './html.js';
import type { PlanPage } from './plan-page.js';
import { type Roster, sentence } from './roster.js';

/** What its author could answer or should know before anything runs. */
export function questionsPart({ plan }: PlanPage, roster: Roster): Html | undefined {
  const questions = askedOf(plan).map((question) => questionBox(plan, question, roster));
  const notes = notesOf(plan).map(
    ({ message }) => html`
<p class="note"><span class="sign">!</span> ${message}</p>`,
  );
  return questions.length + notes.length === 0
    ? undefined
    : html`
<section aria-label="Questions and warnings" class="asks">${questions}${notes}
</section>`;
}

function questionBox(plan: PlanPage['plan'], question: Question, roster: Roster): Html {
  return html`
<div class="note"><span class="sign">?</span>${questionTexts(plan, question).map((text) => html` <p>${sentence(text, roster)}</p>`)}</div>`;
}
