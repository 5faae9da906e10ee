import { describe, expect, it } from 'vitest';
import { parsePnpmPackages } from './parse-pnpm-packages.js';

describe('parsePnpmPackages', () => {
  it('reads a list with quotes, comments and blank lines, and stops at the next key', () => {
    const text = [
      '# the workspace',
      "catalog:\n  'packages': no",
      'packages:   # ours',
      "  - 'apps/*'",
      '',
      '  # the libraries',
      '  - "libs/**"   # all of them',
      '  - !ignored/tag',
      "  - '!**/test/**'",
      'catalog:',
      '  - not/this',
    ].join('\n');
    expect(parsePnpmPackages(text)).toEqual(['apps/*', 'libs/**', '!ignored/tag', '!**/test/**']);
  });

  it('reads a list that is not indented, with Windows line ends', () => {
    expect(parsePnpmPackages('packages:\r\n- a/*\r\n- b\r\nother: 1\r\n')).toEqual(['a/*', 'b']);
  });

  it('reads a list in brackets, over several lines too', () => {
    expect(parsePnpmPackages("packages: ['a/*', b]")).toEqual(['a/*', 'b']);
    expect(parsePnpmPackages('packages: [ # here\n  "a/*",\n  b # there\n]\nx: [c]')).toEqual(['a/*', 'b']);
  });

  it.each(['', 'packages:', 'packages: []', 'other:\n  - a', '  packages:\n    - nested'])('finds nothing in %j', (text) => {
    expect(parsePnpmPackages(text)).toEqual([]);
  });
});
