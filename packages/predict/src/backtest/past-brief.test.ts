import { describe, expect, it } from 'vitest';
import { pastBrief } from './past-brief.js';

describe('the brief a commit message stands for', () => {
  it('keeps what the person said and leaves out what only a finished change has', () => {
    const body = [
      'Customers want to see them, see https://example.org/x for the design.',
      '',
      '<!-- template: describe your change',
      'here -->',
      'Newest first (#12).',
      '',
      'Closes #41',
      'Signed-off-by: A <a@b.c>',
      'Co-authored-by: B <b@b.c>',
    ].join('\n');
    expect(pastBrief('feat(api): order history (#123)', body)).toEqual({
      title: 'feat(api): order history',
      brief: 'feat(api): order history\n\nCustomers want to see them, see  for the design.\n\nNewest first.',
    });
  });

  it('is the subject alone when there is no body', () => {
    expect(pastBrief('Fix login #7', '')).toEqual({ title: 'Fix login', brief: 'Fix login' });
  });

  it('keeps a sentence that only begins like a trailer', () => {
    expect(pastBrief('x', 'Fixes the redirect after login.').brief).toContain('Fixes the redirect');
  });

  it('is no longer than 2,000 characters', () => {
    expect(pastBrief('x', 'word '.repeat(1_000)).brief).toHaveLength(2_000);
  });
});
