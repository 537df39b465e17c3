import {expect, it} from 'vitest';
import {createSendMemory} from './send-memory';

const send = {url: 'https://a.test/x#f', method: 'POST', transport: 'fetch', at: 0, content: null} as const;

it('gives back the oldest send to the blocked address, once', () => {
  const memory = createSendMemory(() => 0);
  memory.remember(send);
  memory.remember({...send, url: 'https://a.test/y'});
  expect(memory.take('https://a.test/x')).toEqual(send);
  expect(memory.take('https://a.test/x')).toBeUndefined();
});

it('forgets after a while, and keeps no more than fifty', () => {
  let now = 0;
  const memory = createSendMemory(() => now);
  memory.remember(send);
  for (let index = 0; index < 50; index += 1) memory.remember({...send, url: 'https://a.test/y'});
  expect(memory.take('https://a.test/x')).toBeUndefined();
  now = 5_000;
  expect(memory.take('https://a.test/y')).toBeUndefined();
});
