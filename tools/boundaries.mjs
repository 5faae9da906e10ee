/** The rules of the house, checked by machine. One spoken reason per rule. */
const steps = ['tasks', 'repo', 'predict', 'plan', 'git', 'session', 'journal', 'report'];
const inPackage = (...names) => `^packages/(${names.join('|')})/src`;
const anyPackage = '^packages/[^/]+/(src|dist)';
const own = '^packages/$1/';
const words = '^packages/(model|glob|text)/';
const library = (name) => `(^|/)node_modules/${name}/`;
const tests = '\\.(test|testing)\\.ts$';

function mayReach(name, from, reach, comment) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: `^packages/(${from.join('|')})/src`, pathNot: tests },
    to: { path: anyPackage, pathNot: [own, words, ...reach.map((one) => `^packages/${one}/`)] },
  };
}

function home(name, owner, comment) {
  return {
    name: `${owner}-is-home-of-${name.replace(/[^a-z]+/g, '-').replace(/^-/, '')}`,
    comment,
    severity: 'error',
    from: { path: '^packages', pathNot: inPackage(owner) },
    to: { path: library(name) },
  };
}

export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one idea in two places; type imports count, for readers follow them too.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'model-stands-alone',
      comment: 'Everybody speaks the words of model, so it may lean on nobody.',
      severity: 'error',
      from: { path: inPackage('model', 'glob', 'text') },
      to: { path: anyPackage, pathNot: own.replace('$1', '(model|glob|text)') },
    },
    mayReach(
      'steps-know-only-words',
      steps,
      [],
      'A step takes values and gives values; if it could call its neighbour, data would stop flowing one way.',
    ),
    mayReach(
      'lane-builds-on-git-and-session',
      ['lane'],
      ['git', 'session'],
      'A place of work is a worktree with a process in it, and nothing more.',
    ),
    mayReach(
      'execute-knows-only-words',
      ['execute'],
      [],
      'The loop meets the world through ports.ts, so that a remote lane or a test can stand in for it.',
    ),
    mayReach(
      'faces-go-through-api',
      ['cli'],
      ['api', 'report'],
      'A face that reaches past api grows rules of its own, and two faces then disagree.',
    ),
    mayReach(
      'nx-speaks-the-command-line',
      ['nx'],
      ['api', 'cli'],
      'The commands are written once; Nx gives them their words, and adds what only it knows: its project graph.',
    ),
    mayReach(
      'api-prints-nothing',
      ['api'],
      ['tasks', 'repo', 'predict', 'plan', 'git', 'session', 'journal', 'lane', 'execute'],
      'The verbs answer with values; how they look is for report and the faces.',
    ),
    {
      name: 'front-door-only',
      comment: 'A package is one idea with one door; what is behind it may change without asking.',
      severity: 'error',
      from: { path: '^packages/([^/]+)/' },
      to: { path: '^packages/([^/]+)/(src|dist)/', pathNot: ['^packages/$1/', '/(src|dist)/(index|testing)\\.(ts|js|d\\.ts)$'] },
    },
    {
      name: 'testing-is-for-tests',
      comment: 'Builders bend rules so that tests stay short; shipped code may not.',
      severity: 'error',
      from: { path: '^packages', pathNot: [tests, '^packages/model/src/testing'] },
      to: { path: '^packages/model/(src|dist)/testing' },
    },
    {
      name: 'pure-steps-touch-nothing',
      comment:
        'Same input, same bytes: what decides may not read a disk, a clock or a process. Only the screen file of report may write to a terminal.',
      severity: 'error',
      from: {
        path: inPackage('model', 'glob', 'text', 'predict', 'plan', 'report'),
        pathNot: [tests, '^packages/report/src/(screen|wide-signs)'],
      },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(path|util|crypto)$' },
    },
    {
      name: 'wide-signs-are-only-loaded-late',
      comment:
        'The libraries that know every sign take longer to load than a plan to print, so one file asks for them when a text needs it.',
      severity: 'error',
      from: { path: '^packages/report/src/wide-signs', pathNot: tests },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?module$' },
    },
    home('cosmiconfig', 'tasks', 'One place decides where configuration is found and that it is data, never code.'),
    home('yaml', 'tasks', 'One place reads what people write, with its line numbers.'),
    home('zod', 'tasks', 'One schema for tasks and one for configuration; elsewhere values are already right.'),
    home('ts-morph', 'repo', 'Heavy, and loaded only when a symbol must be resolved.'),
    home('oxc-parser', 'repo', 'The index is the one that parses.'),
    home('@dagrejs/graphlib', 'plan', 'The task graph lives in the plan.'),
    home('simple-git', 'git', 'Only git runs git.'),
    home('execa', 'session', 'Only session starts the processes of a task.'),
    home('string-width', 'report', 'Only report counts columns.'),
    home('wrap-ansi', 'report', 'Only report breaks lines.'),
    home('commander', 'cli', 'Only the command line has flags.'),
    {
      name: 'only-git-runs-git',
      comment: 'git and session start processes, everyone else asks them: one place for environment, time limits and clean-up.',
      severity: 'error',
      from: { path: '^packages', pathNot: [inPackage('git', 'session'), tests] },
      to: { dependencyTypes: ['core'], path: '^(node:)?child_process$' },
    },
    {
      name: 'nothing-unresolved',
      comment: 'An import that resolves to nothing fails at the user, not here.',
      severity: 'error',
      from: { path: '^packages' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|demo|schema)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { conditionNames: ['@breakwater/source', 'import', 'node', 'default'], exportsFields: ['exports'] },
  },
};
