import { fileNameOf } from '@breakwater/model';
import { firstLineOf } from '../brief/brief-text.js';
import { add } from '../scores/scores.js';
import type { SignalGroup } from './signal-group.js';
import type { View } from './view.js';

/** Files of the ranking that make a project or folder the place. */
const FIT = 0.4;
const TOP = 30;
const PRIOR = 2;

/** Whether the file lies where the task seems to be: by its scope, by like commits, by the words that fit its neighbours. */
export const placeSignals: SignalGroup = {
  names: [
    'declared',
    'inScope',
    'namedProject',
    'learnedProject',
    'votedProject',
    'fittingProject',
    'projectHeat',
    'votedFolder',
    'folderMean',
    'folderTop',
    'folderSize',
  ],
  measure: (view) => {
    const { ground, votes } = view;
    const { folders, projects } = ground.files;
    const inScope = scopeSignal(view);
    const named = namedSignal(view);
    const learned = learnedSignal(view);
    const fit = fitOf(view);
    return (file) => {
      const [project, folder] = [projects.of[file] ?? 0, folders.of[file] ?? 0];
      return [
        view.reading.scope.declared ? inScope(file) : 0,
        inScope(file),
        named(project),
        learned(project),
        votes.projects[project] ?? 0,
        fit.projects[project] ?? 0,
        Math.log1p(ground.heat.projects[project] ?? 0),
        votes.folders[folder] ?? 0,
        (fit.folders[folder] ?? 0) / (folders.sizes[folder] ?? 1),
        fit.top[folder] ?? 0,
        Math.log1p(folders.sizes[folder] ?? 0),
      ];
    };
  },
};

/** 1 inside the scope, -1 outside, 0 when there is none. */
function scopeSignal({ reading: { scope }, ground }: View): (file: number) => number {
  if (!scope.declared && scope.names.length === 0) return () => 0;
  return (file) => (scope.covers(ground.paths.all[file] ?? '') ? 1 : -1);
}

/** 1 for a project whose folder is a word of the first line, -1 for the others, 0 when none is named. */
function namedSignal(view: View): (project: number) => number {
  const named = namedProjects(view);
  return (project) => (named.size === 0 ? 0 : named.has(project) ? 1 : -1);
}

/** Share of the past changes with the same prefix that changed the project; -1 when there are none. */
function learnedSignal({ ofScope: { changes, projects } }: View): (project: number) => number {
  return (project) => (changes === 0 ? -1 : (projects.get(project) ?? 0) / (changes + PRIOR));
}

function namedProjects({ reading: { text }, ground }: View): ReadonlySet<number> {
  const words = new Set(
    firstLineOf(text)
      .toLowerCase()
      .match(/[\w@-]{3,}/g),
  );
  const named = new Set<number>();
  for (const [number, project] of ground.files.projectAt.entries()) {
    if (project !== undefined && words.has(fileNameOf(project.root).toLowerCase())) named.add(number);
  }
  return named;
}

interface Fit {
  /** Share of what the best-fitting files of all projects amount to. */
  readonly projects: Float64Array;
  readonly folders: Float64Array;
  /** Files of the folder among the best. */
  readonly top: Float64Array;
}

function fitOf({ mixed, ground: { files } }: View): Fit {
  const projects = new Float64Array(files.projects.sizes.length);
  const folders = new Float64Array(files.folders.sizes.length);
  const top = new Float64Array(files.folders.sizes.length);
  for (let file = 0; file < files.size; file += 1) {
    const score = mixed.of[file] ?? 0;
    if (score > FIT) add(projects, files.projects.of[file] ?? 0, score ** 3);
    add(folders, files.folders.of[file] ?? 0, score);
  }
  for (const file of mixed.first(TOP)) add(top, files.folders.of[file] ?? 0, 1);
  const all = Math.max(
    1e-9,
    projects.reduce((sum, one) => sum + one, 0),
  );
  return { projects: projects.map((one) => one / all), folders, top };
}
