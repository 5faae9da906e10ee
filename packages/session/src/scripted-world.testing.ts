import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { News } from '@breakwater/model';
import { afterEach } from 'vitest';
import { MARKER } from './process/marker.js';
import type { SessionOrder } from './session.js';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

/** A fresh folder that goes when the test ends. */
export function tempFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'breakwater-session-')));
  folders.push(folder);
  return folder;
}

/** An executable node script; CommonJS, so that it starts fast. */
export function program(folder: string, name: string, source: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!${process.execPath}\n${source}\n`, { mode: 0o755 });
  return path;
}

let markers = 0;

/** No two tests share a marker, not even those that run at the same time. */
export function freshMarker(): string {
  markers += 1;
  return `test-${process.pid}-${markers}`;
}

export function testEnvironment(marker: string, rest: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return { PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', [MARKER]: marker, ...rest };
}

/** An order of a session in a fresh folder, and the news it will give. */
export function anOrder(wanted: Partial<SessionOrder> = {}): { readonly order: SessionOrder; readonly news: readonly News[] } {
  const folder = tempFolder();
  const news: News[] = [];
  const order: SessionOrder = {
    runner: { kind: 'command', command: ['true'] },
    claude: { command: 'claude', permissionMode: 'dontAsk', allow: [] },
    task: 'order-api',
    sessionId: '00000000-0000-4000-8000-000000000001',
    cwd: folder,
    environment: testEnvironment(freshMarker()),
    prompt: 'Do it.',
    budget: {},
    verify: [],
    logFile: join(folder, 'logs', 'session.log'),
    onNews: (one) => news.push(one),
    signal: new AbortController().signal,
    ...wanted,
  };
  return { order, news };
}
