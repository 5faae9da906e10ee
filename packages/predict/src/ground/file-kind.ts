/** What a file is for, by its path alone; the place in the list is its number in the model. */
export const FILE_KINDS = ['ci', 'docs', 'test', 'manifest', 'barrel', 'view', 'settings', 'code', 'other'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** The first that fits; `name` is the last segment of the path. */
export function fileKindOf(path: string, name: string): FileKind {
  return KINDS.find(([, fits]) => fits(path, name))?.[0] ?? 'other';
}

const KINDS: readonly (readonly [FileKind, (path: string, name: string) => boolean])[] = [
  ['ci', (path) => /(?:^|\/)\.(?:github|circleci)\/|azure-pipelines|\.gitlab-ci|(?:^|\/)Jenkinsfile$/.test(path)],
  ['docs', (_, name) => /\.(?:mdx?|rst|adoc)$/i.test(name)],
  ['test', isTest],
  ['manifest', (_, name) => /^(?:package|project)\.json$|\.(?:csproj|fsproj|props|targets|sln)$/.test(name)],
  ['barrel', (_, name) => /^index\.|^public[-_]api\./.test(name)],
  ['view', (_, name) => /\.(?:s?css|less|html|vue|svelte|razor|cshtml|hbs)$/.test(name)],
  ['settings', (_, name) => /\.(?:json[c5]?|ya?ml|toml|xml)$|config\.|rc$|^\./.test(name)],
  ['code', (_, name) => /\.(?:[cm]?[jt]sx?|cs|fs|vb|java|kt|go|rs|py|rb|php|swift|dart|c|cc|cpp|h|hpp)$/.test(name)],
];

function isTest(path: string, name: string): boolean {
  if (/[.-](?:test|spec|cy|stories|e2e)\.\w+$|Tests?\.\w+$|_test\.\w+$|^test_/.test(name)) return true;
  return /(?:^|\/)(?:__tests__|__mocks__|tests?|e2e|fixtures?|cypress)\/|\.Tests?\//.test(path);
}
