import { expect, test } from 'vitest';
import { activityText } from './activity.js';

test.each([
  ['Edit', { file_path: '/w/apps/web/history.page.tsx' }, 'edits history.page.tsx'],
  ['Write', { file_path: '/w/x.ts' }, 'writes x.ts'],
  ['Read', { file_path: 'x.ts' }, 'reads x.ts'],
  ['NotebookEdit', { notebook_path: '/w/a.ipynb' }, 'edits a.ipynb'],
  ['Bash', { command: 'npx nx test api\n  --watch=false' }, 'runs npx nx test api --watch=false'],
  ['Bash', { command: 'cat /w/apps/api/main.ts' }, 'runs cat main.ts'],
  ['Grep', { pattern: 'order.*History' }, 'searches order.*History'],
  ['ToolOfTomorrow', { anything: 1 }, 'uses ToolOfTomorrow'],
  ['Edit', {}, 'edits Edit'],
  ['Edit', { file_path: 7 }, 'edits Edit'],
])('%s %j: %s', (tool, input, text) => {
  expect(activityText(tool, input)).toBe(text);
});
