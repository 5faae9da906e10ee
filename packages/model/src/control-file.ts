/**
 * Whether a file of the repository decides what runs, or what agents are told, on other people's machines: settings and instructions
 * of agents, continuous integration, hooks, attributes, tasks of editors. Path relative to the root.
 */
export function isControlFile(path: string): boolean {
  return CONTROL.some((pattern) => pattern.test(path));
}

const CONTROL: readonly RegExp[] = [
  /(^|\/)\.(claude|cursor|codex|gemini|windsurf)\//i,
  /(^|\/)(claude|claude\.local|agents|gemini)\.md$/i,
  /(^|\/)\.mcp\.json$/i,
  /(^|\/)\.(cursor|windsurf|cline)rules$/i,
  /^\.github\/(workflows|actions|instructions|prompts|copilot-instructions\.md|codeowners)/i,
  /^\.(gitlab-ci|travis|drone|woodpecker)[^/]*\.ya?ml$/i,
  /^(azure-pipelines|bitbucket-pipelines|appveyor)[^/]*\.ya?ml$/i,
  /^jenkinsfile/i,
  /^\.(circleci|buildkite|woodpecker)\//i,
  /^\.(husky|githooks|lefthook|devcontainer)\//i,
  /^\.?lefthook[^/]*\.(ya?ml|toml|json)$/i,
  /^\.pre-commit-config\.ya?ml$/i,
  /(^|\/)\.git(attributes|modules)$/i,
  /(^|\/)\.vscode\/(tasks|launch|settings)\.json$/i,
  /(^|\/)\.(npmrc|yarnrc|yarnrc\.yml|envrc)$/i,
  /^breakwater\.config\./i,
];
