import { expect, it } from 'vitest';
import type { StreamEvent } from '../claude/stream-event.js';
import { watchBypass } from './watch-bypass.js';

const called = (id: string, tool: string): StreamEvent => ({ kind: 'called', id, tool }) as StreamEvent;
const ran = (id: string, well: boolean): StreamEvent => ({ kind: 'ran', id, well }) as StreamEvent;

/** What is called out while these events pass, when the guard saw the calls `seen`. */
function outcry(seen: readonly string[], events: readonly StreamEvent[]): readonly string[] {
  const heard: string[] = [];
  const hear = watchBypass({ hasSeen: (id) => seen.includes(id) }, (tool) => heard.push(tool));
  for (const event of events) hear(event);
  return heard;
}

it.each(['Edit', 'Write', 'MultiEdit', 'NotebookEdit'])('%s that went through unseen is called out', (tool) => {
  expect(outcry([], [called('1', tool), ran('1', true)])).toEqual([tool]);
});

it('a write the guard saw is in order', () => {
  expect(outcry(['1'], [called('1', 'Edit'), ran('1', true)])).toEqual([]);
});

it('one that did not go through wrote nothing', () => {
  expect(outcry([], [called('1', 'Edit'), ran('1', false)])).toEqual([]);
});

it('what cannot write by itself is not looked at, and what was only called has not written yet', () => {
  expect(outcry([], [called('1', 'Bash'), ran('1', true), called('2', 'Read'), ran('2', true), called('3', 'Edit')])).toEqual([]);
});

it('of several calls at once each is held against its own end', () => {
  const events = [
    called('1', 'Edit'),
    called('2', 'Write'),
    called('3', 'Write'),
    ran('3', true),
    ran('1', true),
    ran('2', true),
  ];
  expect(outcry(['3', '2'], events)).toEqual(['Edit']);
});
