import { fileNameOf, type IndexedFile } from '@breakwater/model';
import { isLockLike } from '@breakwater/text';

/** Larger ones are data. Bytes. */
const MAX_SIZE = 400_000;

const ENDINGS = new Set(
  (
    'ts tsx mts cts js jsx mjs cjs vue svelte astro cs razor cshtml fs fsx vb csproj fsproj vbproj props targets sln slnx json jsonc json5 ' +
    'md mdx markdown txt rst adoc css scss sass less styl html htm hbs ejs pug yaml yml toml ini cfg conf env properties xml xaml resx ' +
    'sh bash zsh fish ps1 psm1 bat cmd sql graphql gql prisma proto thrift avsc py pyi rb rake go rs java kt kts scala groovy gradle ' +
    'swift m mm c h cc cpp cxx hpp hh php pl pm lua r jl ex exs erl hs elm clj cljs dart zig nix tf hcl dockerfile cmake mk bicep'
  ).split(' '),
);
const NAMES = new Set([
  'dockerfile',
  'makefile',
  'rakefile',
  'gemfile',
  'jenkinsfile',
  'procfile',
  'justfile',
  'codeowners',
  'license',
]);

/** Whether a file's words are worth reading: written by people, in a language that is text. By path, mode and size. */
export function isTextFile({ path, mode, size }: Pick<IndexedFile, 'path' | 'mode' | 'size'>): boolean {
  // The content of a symlink is a path.
  if (size > MAX_SIZE || mode === '120000') return false;
  const name = fileNameOf(path).toLowerCase();
  const dot = name.lastIndexOf('.');
  const isText = NAMES.has(name) || (dot !== -1 && ENDINGS.has(name.slice(dot + 1)));
  return isText && !isLockLike(path);
}
