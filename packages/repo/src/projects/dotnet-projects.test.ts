import { anIndex } from '@breakwater/model/testing';
import { describe, expect, it } from 'vitest';
import { dotnetProjects } from './dotnet-projects.js';

/** Roots of the projects among some files, and the notes; solutions by path and content. */
function found(paths: readonly string[], solutions: Readonly<Record<string, string>> = {}) {
  const manifests = { json: new Map(), text: new Map(Object.entries(solutions)), malformed: [] };
  const { claims, notes } = dotnetProjects(manifests, anIndex([...paths, ...Object.keys(solutions)]).files);
  return { projects: claims.map(({ name, manifest }) => `${name} <- ${manifest}`), notes };
}

const listing = (...paths: readonly string[]): string =>
  paths.map((path) => `Project("{T}") = "X", "${path}", "{I}"\nEndProject`).join('\n');

describe('dotnetProjects', () => {
  it('are the project files of the three languages, sorted by path', () => {
    expect(found(['b/B.vbproj', 'a/A.csproj', 'c/C.FSPROJ', 'd/D.csproj.user', 'e/E.vcxproj'])).toEqual({
      projects: ['A <- a/A.csproj', 'B <- b/B.vbproj', 'C <- c/C.FSPROJ'],
      notes: [],
    });
  });

  it('are of any kind when a solution lists them, each once however many do', () => {
    const solutions = { 'All.sln': listing('db\\Db.sqlproj', 'a\\A.csproj'), 'tools/Db.sln': listing('..\\db\\Db.sqlproj') };
    expect(found(['db/Db.sqlproj', 'a/A.csproj'], solutions).projects).toEqual(['A <- a/A.csproj', 'Db <- db/Db.sqlproj']);
  });

  it('are no test data, though a solution among the test data lists it', () => {
    const solutions = { 'test/fixtures/F.sln': listing('App\\App.csproj', 'gone\\Gone.csproj') };
    expect(found(['test/fixtures/App/App.csproj', 'src/S.csproj'], solutions)).toEqual({
      projects: ['S <- src/S.csproj'],
      notes: [],
    });
  });

  it('may be test data that a real solution lists on purpose', () => {
    const solutions = { 'All.sln': listing('test\\fixtures\\App\\App.csproj') };
    expect(found(['test/fixtures/App/App.csproj'], solutions).projects).toEqual(['App <- test/fixtures/App/App.csproj']);
  });

  it('are not looked for outside the repository', () => {
    expect(found([], { 'All.sln': listing('..\\other\\O.csproj', 'in\\I.csproj') })).toEqual({
      projects: [],
      notes: ['All.sln lists in/I.csproj, which the commit does not have'],
    });
  });

  it('of an XML solution are found whatever else its elements say, folders and files being none', () => {
    const text = `<Solution>
      <Folder Name="/src/"><Project Type="x" Path='no.csproj' /><File Path="README.md" /></Folder>
      <Project
        Path="a/A.csproj" Id="1">
        <Build Project="false" />
      </Project>
      <Projection Path="b/B.sqlproj" />
    </Solution>`;
    expect(found(['a/A.csproj', 'b/B.sqlproj'], { 'S.slnx': text })).toEqual({ projects: ['A <- a/A.csproj'], notes: [] });
  });
});
