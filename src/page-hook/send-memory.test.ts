import {expect, it} from 'vitest';
import {buildHookedPage} from './build-page';
import {createSendMemory} from './send-memory';

const {natives} = buildHookedPage();
const send = {url: 'https://a.test/x#f', method: 'POST', transport: 'fetch', at: 1, content: null} as const;

function open() {
  const clock = {now: 1};
  return {clock, memory: createSendMemory({...natives, now: () => clock.now})};
}

it('gives back the oldest send to the blocked address, once', () => {
  const {memory} = open();
  memory.remember(send);
  memory.remember({...send, url: 'https://a.test/y'});
  expect(memory.take('https://a.test/x')).toEqual(send);
  expect(memory.take('https://a.test/x')).toBeUndefined();
});

it('forgets after a while, and keeps no more than fifty', () => {
  const {memory, clock} = open();
  memory.remember(send);
  for (let index = 0; index < 50; index += 1) memory.remember({...send, url: 'https://a.test/y'});
  expect(memory.take('https://a.test/x')).toBeUndefined();
  clock.now = 5_001;
  expect(memory.take('https://a.test/y')).toBeUndefined();
});

it('keeps no more than 8 MB of what was sent', () => {
  const {memory} = open();
  const content = new Uint8Array(1_000_000);
  memory.remember({...send, content});
  for (let index = 0; index < 8; index += 1) memory.remember({...send, content, url: 'https://a.test/y'});
  expect(memory.take('https://a.test/x')).toBeUndefined();
  expect(memory.take('https://a.test/y')?.content).toBe(content);
});
