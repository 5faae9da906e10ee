import { describe, expect, test } from 'vitest';
import { checkTasks, marked, tasksFile } from '../worlds.testing.js';
import { globFields } from './glob-fields.js';

const SYNTAX = 'Put a backslash before a special character that is meant as it is: \\[id\\]';
const COST = 'Use fewer alternatives and stars, or several globs.';

describe('globs that cannot be used', () => {
  test('are named with their reason and place', () => {
    const { text, places } = marked(tasksFile('a, writes: ["ok/**", «"src/[id"»], reads: [«"{a,b"»]'));
    const found = checkTasks(globFields, text);
    const what = (pattern: string) => expect.stringMatching(`^the glob "${pattern.replace(/[[{]/g, '\\$&')}" cannot be used: .+`);
    expect(found).toEqual([
      { severity: 'error', code: 'E_GLOB_SYNTAX', message: what('src/[id'), place: places[0], hint: SYNTAX },
      { severity: 'error', code: 'E_GLOB_SYNTAX', message: what('{a,b'), place: places[1], hint: SYNTAX },
    ]);
  });

  test('because of their cost, soon', () => {
    const glob = '{a,b,c,d,e,f,g,h,i,j}'.repeat(5);
    const { text, places } = marked(tasksFile(`a, writes: [«"${glob}"»]`));
    expect(checkTasks(globFields, text)).toMatchObject([{ code: 'E_GLOB_COST', place: places[0], hint: COST }]);
  });

  test('are not said again when the path was refused already', () => {
    expect(checkTasks(globFields, tasksFile('a, writes: ["../[x"]'))).toEqual([]);
  });
});

test('escaped brackets, braces and classes are fine', () => {
  expect(checkTasks(globFields, tasksFile('a, writes: ["app/\\\\[id\\\\]/**", "{a,b}/[a-z]*.ts", "!x/**"]'))).toEqual([]);
});
