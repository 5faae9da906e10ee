import { type LaneNews, runId, taskId } from '@breakwater/model';
import { expect, test } from 'vitest';
import { NewsLine } from './news-line.js';

const lane = (task: string, attempt = 1) => ({ run: runId('7f3a'), task: taskId(task), attempt });

test('each lane counts its own news from one, also when a second listener comes', () => {
  const heard: LaneNews[] = [];
  const line = new NewsLine();
  const listen = (id: ReturnType<typeof lane>) => line.to(id, (one) => heard.push(one));
  const [api, web, again] = [listen(lane('api')), listen(lane('web')), listen(lane('api', 2))];
  for (const tell of [api, web, api, again, listen(lane('api'))]) tell({ kind: 'phase', phase: 'open' });
  expect(heard.map(({ id, seq }) => `${id.task}@${id.attempt} ${seq}`)).toEqual([
    'api@1 1',
    'web@1 1',
    'api@1 2',
    'api@2 1',
    'api@1 3',
  ]);
});
