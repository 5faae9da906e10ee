/** What HFS+ leaves out of names when it compares them. */
const IGNORED = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;

/**
 * Whether some disk takes a part of the path for `.git`: in another case, with characters HFS+ ignores, as NTFS's short name, or with
 * the trailing dots, spaces and streams that Windows drops. The rules are those by which git itself refuses to check out
 * (`is_hfs_dotgit` and `is_ntfs_dotgit` of its path.c and utf8.c).
 */
export function hasGitName(path: string): boolean {
  return path.split(/[/\\]/).some((part) => {
    const plain = part.replace(IGNORED, '').toLowerCase();
    return /^(\.git|git~1)[ .]*(:.*)?$/s.test(plain);
  });
}
