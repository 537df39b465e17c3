import {expect, it} from 'vitest';
import {MASK} from '../bytes/mask';
import {requestFromParts} from '../inspect-request';
import {createWordMasks} from './word-mask';

it.each<[string, string, string]>([
  ['sekret-key-1', 'has sekret-key-1 in it', 'has MASKED in it'],
  ['sekret-key-1', 'xsekret-key-1x', 'xMASKEDx'],
  ['k', 'type "k" is not track', 'type "MASKED" is not track'],
  ['k', 'k', 'MASKED'],
  ['k', 'track kk k_k', 'track kk k_k'],
  ['a.b-$', 'a.b-$ axb-$ xa.b-$', 'MASKED axb-$ xa.b-$'],
  ['key1', 'key1 monkey1 key12 key1', 'MASKED monkey1 key12 MASKED'],
])('the write key %j in %j', (writeKey, text, masked) => {
  const request = requestFromParts({
    method: 'POST',
    url: 'https://api.segment.io/v1/batch',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify({writeKey, batch: []}),
  });
  expect(createWordMasks()(request)(text)).toBe(masked.replaceAll('MASKED', MASK));
});

it.each<[string, unknown, boolean]>([
  ['after its name in a list', [['x-api-key', 'sekret1']], true],
  ['after a name that is none of a credential', [['x-trace', 'sekret1']], false],
  ['beside its name', [{name: 'token', value: 'sekret1'}], true],
  ['beside another name', [{name: 'plan', value: 'sekret1'}], false],
  ['in another place', [{name: 'token', plan: 'sekret1'}], false],
  ['a word in a list of names', ['password', 'sekret'], false],
])('a value %s', (_, body, isMasked) => {
  const request = requestFromParts({
    method: 'POST',
    url: 'https://api.segment.io/v1/batch',
    headers: {},
    body: JSON.stringify(body),
  });
  const text = 'found sekret1 and sekret';
  expect(createWordMasks()(request)(text) !== text).toBe(isMasked);
});
