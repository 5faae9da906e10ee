/** The code of a file, of which the rest may be a page. */
export interface Code {
  /** As long as the file's text, with a blank for every character that is no code, so that places and lines agree. */
  readonly text: string;
  /** A name whose ending says how to parse it. */
  readonly path: string;
  /** Files whose code belongs to this one: `<script src="./a.ts">`. */
  readonly sources: readonly string[];
  /** Where an `export` names a property of the component instead of giving something out. */
  readonly properties: readonly Block[];
}

interface Block {
  readonly from: number;
  readonly to: number;
}

/** Whether a file holds its code in `<script>` blocks. */
export function isComponent(path: string): boolean {
  return /\.(?:vue|svelte|astro)$/.test(path);
}

/**
 * The code of a component file: its `<script>` blocks, and an Astro file's front matter; of any other file all of it. The blocks of one
 * file are one module, and are read as the language the first of them names. Linear.
 */
export function codeOf(path: string, text: string): Code {
  if (!isComponent(path)) return { path, text, sources: [], properties: [] };
  const { front, scripts } = blocksOf(path, text);
  const lang = path.endsWith('.astro') ? 'ts' : scripts.map(({ tag }) => langOf(tag)).find((one) => one !== undefined);
  return {
    path: `${path}.${lang ?? 'js'}`,
    text: onlyWithin(
      text,
      [...front, ...scripts].filter(({ from, to }) => from < to),
    ),
    sources: scripts.flatMap(({ tag }) => attribute(tag, 'src') ?? []),
    properties: path.endsWith('.svelte') ? scripts.filter(({ tag }) => !/(?:^|\s|=\s*["'])module\b/.test(tag)) : [],
  };
}

/** What of a component file is neither code nor style: there code may be used. Of any other file nothing. */
export function pageOf(path: string, text: string): string {
  if (!isComponent(path)) return '';
  const { front, scripts } = blocksOf(path, text);
  return outsideOf(text, [...front, ...scripts]).replace(/<!--[\s\S]*?(?:-->|$)|<style(?![\w-])[\s\S]*?(?:<\/style|$)/gi, ' ');
}

function blocksOf(path: string, text: string): { readonly front: readonly Block[]; readonly scripts: readonly Script[] } {
  const front = path.endsWith('.astro') ? frontMatter(text) : [];
  return { front, scripts: scriptsIn(text, front[0]?.to ?? 0) };
}

interface Script extends Block {
  /** What stands in the opening tag behind its name. */
  readonly tag: string;
}

const FENCE = /^---[^\S\n]*$/gm;

/** Between two lines of hyphens, before which an Astro file has nothing. */
function frontMatter(text: string): readonly Block[] {
  const [first, second] = text.matchAll(FENCE);
  if (first === undefined || second === undefined || text.slice(0, first.index).trim() !== '') return [];
  return [{ from: first.index + first[0].length, to: second.index }];
}

const START = /<!--|<script(?![\w-])/gi;
/** Within quotes a tag may hold `>`: `generics="T extends Map<K, V>"`. */
const REST_OF_TAG = /((?:"[^"]*"|'[^']*'|[^>"'])*)>/y;

/** What is never closed ends the search, or a text of nothing but openings would be read once for each. */
function scriptsIn(text: string, start: number): readonly Script[] {
  const found: Script[] = [];
  for (let next = blockAt(text, start); next !== undefined; next = blockAt(text, next.to)) {
    if (next.tag !== undefined && isCode(next.tag)) found.push({ ...next, tag: next.tag });
  }
  return found;
}

/** The first comment, which has no tag, or script. */
function blockAt(text: string, start: number): (Block & { readonly tag: string | undefined }) | undefined {
  START.lastIndex = start;
  const opening = START.exec(text);
  if (opening === null) return undefined;
  const from = START.lastIndex;
  if (opening[0] === '<!--') return upTo(text, '-->', { from, tag: undefined });
  REST_OF_TAG.lastIndex = from;
  const tag = REST_OF_TAG.exec(text)?.[1];
  return tag === undefined ? undefined : upTo(text, '</script', { from: REST_OF_TAG.lastIndex, tag });
}

function upTo<Begun extends { readonly from: number; readonly tag: string | undefined }>(
  text: string,
  end: string,
  begun: Begun,
): (Begun & Block) | undefined {
  const isEmpty = begun.tag?.endsWith('/') ?? false;
  const to = isEmpty ? begun.from : text.indexOf(end, begun.from);
  return to === -1 ? undefined : { ...begun, to };
}

const CODE_TYPE = /^(?:module|(?:text|application)\/(?:javascript|typescript|ecmascript|babel|jsx|tsx)|ts|typescript)$/i;
const CODE_LANG = /^(?:[jt]sx?|javascript|typescript)$/i;

/** Data and templates stand in scripts as well. */
function isCode(tag: string): boolean {
  const [type, lang] = [attribute(tag, 'type'), attribute(tag, 'lang')];
  return (type === undefined || CODE_TYPE.test(type)) && (lang === undefined || CODE_LANG.test(lang));
}

function langOf(tag: string): string | undefined {
  const written = (attribute(tag, 'lang') ?? attribute(tag, 'type') ?? '').toLowerCase();
  if (written.endsWith('tsx')) return 'tsx';
  return /(?:^|\/)(?:ts|typescript)$/.test(written) ? 'ts' : undefined;
}

function attribute(tag: string, name: string): string | undefined {
  const [, double, single, bare] =
    new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'/]+))`, 'i').exec(tag) ?? [];
  return double ?? single ?? bare;
}

/** Between two blocks a statement ends, whatever the first one leaves open. */
function onlyWithin(text: string, blocks: readonly Block[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { from, to } of blocks) {
    parts.push(blank(text.slice(at, from)), text.slice(from, to), ';');
    at = to + 1;
  }
  return [...parts, blank(text.slice(at))].join('');
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

function outsideOf(text: string, blocks: readonly Block[]): string {
  const ends = [0, ...blocks.map(({ to }) => to)];
  return ends.map((end, n) => text.slice(end, blocks[n]?.from)).join(' ');
}
