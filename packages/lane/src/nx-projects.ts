import { access, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { KnownProject } from '@breakwater/model';
import { type CommandsOrder, runCommands } from '@breakwater/session';

/** Minutes. The graph of a large workspace takes seconds. */
const LIMIT_MINUTES = 5;

export interface NxOrder extends Pick<CommandsOrder, 'environment' | 'logFile' | 'signal'> {
  /** A worktree of ours in which the workspace is installed, absolute. */
  readonly place: string;
  /** A folder for a file of ours, absolute. */
  readonly temp: string;
}

/**
 * The projects of a worktree as the Nx that is installed there sees them, sorted by name. It runs the plugins of the workspace, so
 * only where the user's own commands are run too. None where Nx is not installed or cannot make its graph: then the tree has to do.
 */
export async function nxProjects({ place, temp, ...rest }: NxOrder): Promise<readonly KnownProject[]> {
  if (!(await isThere(join(place, 'nx.json'))) || !(await isThere(join(place, 'node_modules/nx/package.json')))) return [];
  const out = join(temp, 'nx-projects.json');
  const values = { node: process.execPath, script: SCRIPT, out };
  const commands = ['{node} -e {script} {out}'];
  const end = await runCommands({ ...rest, commands, values, cwd: place, minutes: LIMIT_MINUTES });
  // A plugin may have ended the process, as if all were well, before anything was written.
  const text = end.end === 'passed' ? await readFile(out, 'utf8').catch(() => undefined) : undefined;
  if (text === undefined) return [];
  const projects = JSON.parse(text) as readonly KnownProject[];
  await rm(out);
  return [...projects].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Both names are there from Nx 20 to 24; only the first is meant for others, and not every workspace has it. */
const SCRIPT = `
const load = require('node:module').createRequire(process.cwd() + '/package.json');
const find = () => { try { return load('@nx/devkit'); } catch { return load('nx/src/devkit-exports'); } };
const write = ({ nodes, dependencies }) => {
  const needs = (name) => [...new Set((dependencies[name] ?? []).map(({ target }) => target))].filter((one) => one in nodes);
  const projects = Object.values(nodes).map(({ name, data }) => {
    return { name, root: data.root === '.' ? '' : data.root, tags: data.tags ?? [], dependsOn: needs(name).sort() };
  });
  require('node:fs').writeFileSync(process.argv[1], JSON.stringify(projects));
  process.exit(0);
};
const fail = (error) => { console.error(error); process.exit(1); };
new Promise((done) => done(find().createProjectGraphAsync({ exitOnError: false }))).then(write).catch(fail);
`;

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
