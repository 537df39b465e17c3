import {expect, it} from 'vitest';
import {createFeedQueue} from './feed-queue';

it('reads what another tab sent after all else, however much and however early it came', () => {
  const queue = createFeedQueue();
  queue.want(['other-1', 'other-2', 'other-3'], true);
  queue.want(['own-1']);
  expect(queue.takeWanted(50)).toEqual(['own-1']);
  expect(queue.takeWanted(2)).toEqual(['other-1', 'other-2']);
  queue.want(['own-2']);
  expect(queue.takeWanted(50)).toEqual(['own-2']);
  expect(queue.hasWork()).toBe(true);
  expect(queue.takeWanted(50)).toEqual(['other-3']);
  expect(queue.hasWork()).toBe(false);
});
