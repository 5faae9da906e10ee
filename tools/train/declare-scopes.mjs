/**
 * The same windows with the true projects of every task declared as its scope, as an author would who knows where but not what. A file
 * belongs to the project with the nearest root; that of the repository itself holds what no other does, where there is one.
 *
 * Authors say it in different ways: by the names of the `projects`; by their `folders`, `.` for the root, which then covers everything;
 * or by the names of `inner` projects, and nothing about files of the root.
 */
export const WAYS = ['inner', 'projects', 'folders'];

export function declareScopes(window, way = 'projects') {
  const { projects } = window.input.index;
  const tasks = window.input.tasks.map((task, n) => ({ ...task, scope: scopeOf(window.truths[n], projects, way) }));
  return { ...window, declared: true, input: { ...window.input, tasks } };
}

function scopeOf(paths, projects, way) {
  const said = paths.flatMap((path) => {
    const project = nearest(path, projects);
    const isInner = project !== undefined && project.root !== '';
    if (way === 'folders') return [isInner ? project.root : '.'];
    return isInner || (way === 'projects' && project !== undefined) ? [project.name] : [];
  });
  return [...new Set(said)].sort();
}

function nearest(path, projects) {
  const around = projects.filter(({ root }) => root === '' || path.startsWith(`${root}/`));
  return around.sort((a, b) => b.root.length - a.root.length)[0];
}
