import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { plainOf } from '../parse/located.js';
import { located, marked } from '../worlds.testing.js';
import { describeIssue } from './describe-issue.js';
import { RULES, rule } from './rules.js';

/** A schema with one of each: a map, a list, a choice of forms, keys by pattern. */
const SCHEMA = z.partial(
  z.strictObject({
    brief: z.string(rule('brief')),
    budget: z.strictObject({ usd: z.number(rule('usd')) }, rule('budget')),
    resources: z.array(
      z.union([z.string(rule('resource')), z.strictObject({ name: z.string(rule('resource-name')) })], rule('resource')),
      rule('resources'),
    ),
    env: z.record(z.string().with(z.regex(/^[A-Z]+$/, rule('env-name'))), z.string(rule('env-value')), rule('env')),
  }),
);

/** Everything that is said about a text, each where it is marked. */
function said(drawing: string, of = ' of task "a"') {
  const { text, places } = marked(drawing);
  const subject = { schema: SCHEMA, located: located(text), of };
  const issues = SCHEMA.safeParse(plainOf(subject.located)).error?.issues ?? [];
  const found = issues.flatMap((issue) => describeIssue(issue, subject));
  // What is missing is said where the map begins, which may be where another fault is.
  expect([...new Map(found.map(({ place }) => [place?.column, place])).values()]).toEqual(places);
  return found.map(({ code, message, hint }) => [code, message, hint]);
}

describe('a fault of form says what was found, where, and what is allowed', () => {
  it('one for each unknown key of a map, with the name that was meant or all that are known', () => {
    expect(said('{ «breif»: x, «zzz»: y }')).toEqual([
      ['E_TASKS_KEY', 'unknown key "breif" in task "a"', 'Did you mean "brief"?'],
      ['E_TASKS_KEY', 'unknown key "zzz" in task "a"', 'Known here: brief, budget, resources, env.'],
    ]);
    expect(said('budget: { usd: 1, «minuts»: 2 }')).toEqual([
      ['E_TASKS_KEY', 'unknown key "minuts" in budget of task "a"', 'Known here: usd.'],
    ]);
  });

  it('a key that no rule allows, though any is possible', () => {
    const hint = RULES['env-name'].allowed;
    expect(said('env: { «port»: "1" }')).toEqual([['E_TASKS_KEY', 'the key "port" in env of task "a" is not allowed', hint]]);
  });

  it('a value of a choice by the form that was meant, and as a whole where none was', () => {
    expect(said('resources: [{ «nmae»: gpu }]')).toEqual([
      ['E_TASKS_TYPE', 'resources[0].name of task "a" is missing', RULES['resource-name'].allowed],
      ['E_TASKS_KEY', 'unknown key "nmae" in resources[0] of task "a"', 'Did you mean "name"?'],
    ]);
    expect(said('resources: [gpu, «[a]»]')).toEqual([
      ['E_TASKS_TYPE', 'resources[1] of task "a" is a list', RULES.resource.allowed],
    ]);
  });

  it('what a text was misread as, and only where a text is wanted', () => {
    const misread = 'YAML reads 4 as the number 4; put it in quotes: "4". ';
    expect(said('{ brief: «4», budget: { usd: «"4"» } }')).toEqual([
      ['E_PROMPT', 'brief of task "a" is 4', misread + RULES.brief.allowed],
      ['E_VALUE_RANGE', 'budget.usd of task "a" is "4"', RULES.usd.allowed],
    ]);
  });

  it('the thing itself where it is none of its fields', () => {
    const whole = (of: string) => said('«text»', of).map(([, message]) => message);
    expect([whole(' of task "a"'), whole('')]).toEqual([['task "a" is "text"'], ['this is "text"']]);
  });
});
