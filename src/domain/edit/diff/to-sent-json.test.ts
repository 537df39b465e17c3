import {gzipSync} from 'fflate';
import {expect, it} from 'vitest';
import type {CapturedRequest} from '../../capture/captured-request';
import type {DecodedEvent} from '../../verdict/inspection';
import {toSentJson} from './to-sent-json';

const text = '[{"n": 12345678901234567890}, {"n":1.50}]';
const bytes = new TextEncoder().encode(text);
const plain: CapturedRequest['body'] = {kind: 'bytes', bytes};

function toRequest(body: CapturedRequest['body'], encoding = 'identity'): CapturedRequest {
  return {
    id: 'r1',
    url: 'https://h.test/api/track',
    method: 'POST',
    headers: {state: 'known', list: [{name: 'content-encoding', value: encoding}]},
    body,
    startedAt: 1,
    origin: {tabId: 7, frameId: 0, initiator: null, documentUrl: null, pageUrl: null, type: null},
    outcome: {state: 'pending'},
    seenBy: ['har'],
  };
}

function toEvent(index: number, value: DecodedEvent['value']): DecodedEvent {
  const facts = {type: null, name: null, user: null, group: null, timestamp: null, messageId: null};
  return {index, value, pointer: `/${index}`, ...facts};
}

it.each<[string, CapturedRequest, DecodedEvent | null, string | null]>([
  ['the whole body', toRequest(plain), null, text],
  ['an event, digit for digit', toRequest(plain), toEvent(0, {n: 0}), '{"n": 12345678901234567890}'],
  ['a number as it was written', toRequest(plain), toEvent(1, {n: 1.5}), '{"n":1.50}'],
  [
    'an event of a compressed body',
    toRequest({kind: 'bytes', bytes: new Uint8Array(gzipSync(bytes))}, 'gzip'),
    toEvent(1, {n: 1.5}),
    '{"n":1.50}',
  ],
  ['an event of a form', toRequest({kind: 'form', fields: {}}), toEvent(0, {n: 1}), '{"n":1}'],
  ['no body', toRequest({kind: 'none'}), null, null],
  ['a body that was not captured', toRequest({kind: 'missing', reason: 'blob'}), null, null],
])('gives the JSON of %s', (_, request, event, expected) => {
  expect(toSentJson(request, event)).toBe(expected);
});
