import {describe, expect, it} from 'vitest';
import {toBase64} from '../bytes/to-base64';
import type {CapturedBody} from '../capture/captured-request';
import {wrapBody} from '../decode/wrap-body';
import {withoutCredentials} from '../secrets/without-credentials';
import {buildCaptured} from './build-captured';
import {hasMask} from './find-mask';
import {hasMaskedBody} from './has-masked-body';

describe('hasMask', () => {
  it.each<[string, boolean]>([
    ['[{"api_key":"MASKED"}]', true],
    ['a=1&token=MASKED', true],
    ['%7B%22token%22%3A%22MASKED%22%7D', true],
    ['{"Authorization":"Bearer MASKED"}', true],
    ['[{"name":"UNMASKED"},{"name":"MASKEDLY"},{"name":"masked"}]', false],
    ['a%3dMASKED', true],
    ['[]', false],
  ])('of %s: %s', (text, expected) => {
    expect(hasMask(text)).toBe(expected);
  });
});

describe('hasMaskedBody', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const keyed = '[{"event_name":"a","api_key":"k-4711-secret"}]';
  const inBase64 = toBase64(bytes(keyed));
  it.each<[string, CapturedBody]>([
    ['JSON', {kind: 'bytes', bytes: bytes(keyed)}],
    ['Base64', {kind: 'bytes', bytes: bytes(inBase64)}],
    ['Base64 in a form', {kind: 'bytes', bytes: bytes(`data=${inBase64}`)}],
    ['Base64 in JSON', {kind: 'bytes', bytes: bytes(JSON.stringify({data: inBase64}))}],
    ['percent-encoded JSON', {kind: 'bytes', bytes: bytes(encodeURIComponent(keyed))}],
    ['a form that the browser decoded', {kind: 'form', fields: {token: ['k'], data: ['[1]']}}],
    ['gzip', {kind: 'bytes', bytes: wrapBody(bytes(keyed), 'gzip')}],
  ])('finds what was masked when the session ended in %s, and nothing before', (_, body) => {
    const live = buildCaptured({body});
    const kept = withoutCredentials(live);
    if (kept === null) throw new Error('It was not kept.');
    const tabless = {...kept, origin: {...kept.origin, tabId: null}};
    expect(hasMaskedBody({...live, origin: {...live.origin, tabId: null}})).toBe(false);
    expect(hasMaskedBody(tabless)).toBe(true);
    expect(hasMaskedBody({...kept, seenBy: ['import']})).toBe(true);
  });

  it('takes the word in a request of this session for what the page sent', () => {
    expect(hasMaskedBody(buildCaptured({body: '[{"api_key":"MASKED"}]'}))).toBe(false);
  });
});
