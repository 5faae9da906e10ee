/** The same windows with the true projects of every task declared as its scope, as an author would who knows where but not what. */
export function declareScopes(window) {
  const roots = window.input.index.projects.filter(({ root }) => root !== '');
  const tasks = window.input.tasks.map((task, n) => ({ ...task, scope: projectsOf(window.truths[n], roots) }));
  return { ...window, declared: true, input: { ...window.input, tasks } };
}

/** Names of the projects that hold the files, each by the nearest root; files outside all of them name none. */
function projectsOf(paths, projects) {
  const names = paths.flatMap((path) => {
    const around = projects.filter(({ root }) => path.startsWith(`${root}/`));
    const [nearest] = around.sort((a, b) => b.root.length - a.root.length);
    return nearest === undefined ? [] : [nearest.name];
  });
  return [...new Set(names)].sort();
}
