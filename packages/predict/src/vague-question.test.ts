import { anIndex, aTask, noTexts } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { predict } from './predict.js';
import { someProjects } from './projects.testing.js';

/** Every file has "form"; none has anything else to go by. */
const FORMS = [...Array(12).keys()].flatMap((n) => [
  `apps/web/form/a${n}.ts`,
  ...(n % 2 === 0 ? [`apps/api/form/a${n}.ts`] : []),
]);
const FILLING = Array.from({ length: 100 }, (_, n) => `libs/other/x${n}.ts`);
const index = anIndex([...FORMS, ...FILLING], {
  projects: someProjects({ web: 'apps/web', api: 'apps/api', other: 'libs/other' }),
});

function questionAbout(wanted: Parameters<typeof aTask>[1]) {
  const tasks = [aTask('t', wanted)];
  return predict({ tasks, index, symbols: [], texts: noTexts(index), history: [], hubs: [] }).touchSets[0]?.question;
}

describe('a task that says nothing about files', () => {
  it('is asked about when nothing fits at all', () => {
    expect(questionAbout({ brief: 'Make it faster' })).toEqual({ candidates: 0, projects: [] });
  });

  it('is asked about when many files fit equally, with the projects that fit most', () => {
    const question = questionAbout({ brief: 'Speed the form forms up', title: 'Speed' });
    expect(question).toMatchObject({ candidates: 18 });
    expect([...(question?.projects ?? [])].sort()).toEqual(['api', 'web']);
  });
});

describe('a task is not asked about', () => {
  it.each([
    ['that declares globs', { brief: 'Faster', writes: ['apps/web/new/**'] }],
    ['that declares a scope', { brief: 'Faster', scope: ['web'] }],
    ['that names a project', { brief: 'Make the web app faster' }],
    ['that names a file', { brief: 'Make apps/web/form/a1.ts faster' }],
  ])('%s', (_, wanted) => {
    expect(questionAbout(wanted)).toBeUndefined();
  });
});
