import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Whether the settings a session will read, the person's and the project's, say which URLs hooks may use. Unreadable ones say nothing. */
export async function listsHookUrls(environment: Readonly<Record<string, string>>, folder: string): Promise<boolean> {
  const own = environment['CLAUDE_CONFIG_DIR'] ?? join(environment['HOME'] ?? environment['USERPROFILE'] ?? folder, '.claude');
  const files = [join(own, 'settings.json'), join(folder, '.claude', 'settings.json')];
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8').catch(() => '')));
  return texts.some((text) => text.includes('"allowedHttpHookUrls"'));
}
