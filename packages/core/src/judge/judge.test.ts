import {expect, it} from 'vitest';
import {defaultSettings, requestFromParts} from '../domain';
import {judge} from './judge';

const sent = requestFromParts({
  url: 'https://api.app.thrivestack.ai/api/track',
  method: 'POST',
  headers: {'content-type': 'application/json', 'x-api-key': 'key'},
  body: '[{"event_name": "a"}]',
  startedAt: 1_793_527_200_250,
  id: 'a',
});
const replay = {
  sourceId: 'a',
  way: 'page',
  marker: 'b',
  claimed: true,
  timeoutSeconds: 30,
  followRedirects: false,
} as const;

it.each([
  ['repeats a batch if the page sent it again', {}, ['repeated-batch']],
  ['does not repeat it if it is a replay', {replay}, []],
])('a request %s', (_, parts, codes) => {
  const inputs = [sent, {...sent, ...parts, id: 'b', startedAt: 1_793_527_200_350}].map((request) => ({
    request,
    file: 'a.har',
  }));
  const {session} = judge(inputs, {settings: defaultSettings, checkers: [], version: '1'});
  expect(session.map(({code}) => code)).toEqual(codes);
});
