import { describe, expect, it } from 'vitest';
import { codeOf, pageOf } from './embedded-code.js';

/** The code without what is blank, and the ending of the name it is parsed by. */
function read(path: string, text: string): string {
  const code = codeOf(path, text);
  return `${code.path.slice(path.length)} ${code.text.replace(/\s+/g, ' ').trim()}`.trim();
}

describe('the code of a component', () => {
  it('stands where it stood in the file', () => {
    const text = '<template>\r\n  <b>ü🚀</b>\r\n</template>\r\n<script lang="ts">\r\nconst a = 1;\r\n</script>\n';
    const code = codeOf('a.vue', text);
    expect([code.text.length, code.text.indexOf('const a'), code.text.split('\n').length]).toEqual([
      text.length,
      text.indexOf('const a'),
      text.split('\n').length,
    ]);
    expect(code.text.replace(/\s+/g, ' ').trim()).toBe('const a = 1; ;');
  });

  it.each([
    ['is JavaScript', '<script>\na\n</script>', '.js a ;'],
    ['is what lang says', "<script setup lang='ts'>\na\n</script>", '.ts a ;'],
    ['is what lang says, without quotes', '<SCRIPT LANG=tsx>a</script>', '.tsx a;'],
    ['is of both scripts, each ended', '<script>a</script><script setup lang="ts">(b)</script>', '.ts a; (b);'],
    ['ends no tag within quotes', '<script lang="ts" generic="T extends Map<K, V>">a</script>', '.ts a;'],
    ['is none in a comment', '<!-- <script>a</script> --><script>b</script>', '.js b;'],
    ['is no data, template or other element', '<script type="application/json">a</script><script-tag>b</script-tag>', '.js'],
    ['is of another language not read', '<script lang="coffee">a</script>', '.js'],
    ['may be empty', '<script src="./a.ts" />\n<script>b</script>', '.js b;'],
    ['is not what is never closed', '<script>a', '.js'],
    ['is nowhere in a page alone', '<p>text</p>', '.js'],
  ])('%s', (_, text, found) => {
    expect(read('a.vue', text)).toBe(found);
  });

  it('is the front matter and the scripts of an Astro file, as TypeScript', () => {
    expect(read('a.astro', '---\na\n---\n<p>---</p>\n<script>b</script>')).toBe('.ts a ; b;');
    expect(read('a.astro', '<p />\n---\na\n---')).toBe('.ts');
  });

  it('is the whole text of any other file', () => {
    expect(codeOf('a.ts', '<script>')).toEqual({ path: 'a.ts', text: '<script>', sources: [], properties: [] });
  });

  it('may lie in another file', () => {
    expect(codeOf('a.vue', '<script lang="ts" src="./a.ts"></script>').sources).toEqual(['./a.ts']);
  });

  it('is found in time however often a tag, a quote or a comment is begun', () => {
    for (const begun of ['<script "', '<!--', '<script ', '<script>', "<script '>", '<style ']) {
      expect(read('a.vue', begun.repeat(100_000))).toBe('.js');
      expect(pageOf('a.vue', begun.repeat(100_000))).not.toContain('-->');
    }
  });
});

it('the page of a component is what is neither code nor style nor a comment', () => {
  const text = '<script>code</script><!-- aside --><p>{{ page }}</p><style scoped>style</style>';
  expect(pageOf('a.vue', text).match(/\w+/g)).toEqual(['script', 'script', 'p', 'page', 'p']);
  expect(pageOf('a.ts', text)).toBe('');
});
