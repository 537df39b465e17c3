import {expect, it, vi} from 'vitest';
import {buildHookedPage} from './build-page';
import {joinChannel} from './channel';
import {hookPage} from './hook-page';
import type {PageWindow} from './natives';

const address = 'https://api.example.test/api/track';

/** A hooked page whose browser answers each send with `result`, and all reports. */
function openPage(result: unknown) {
  const {page} = buildHookedPage();
  const urls: string[] = [];
  class Navigator {
    sendBeacon(url: string, _body: unknown): unknown {
      return `${url}` ? result : null;
    }
  }
  class XMLHttpRequest {
    open(method: string, url: string): string {
      return `${method} ${url}`;
    }
    send(_body: unknown): unknown {
      return result;
    }
  }
  // The hook learns what the browser reads.
  const fetch = (url: string, {method, body, keepalive, signal}: RequestInit) =>
    `${url}${method}${body}${keepalive}${signal}` ? result : null;
  Object.assign(page, {Navigator, XMLHttpRequest, fetch});
  const reported: string[] = [];
  const reports: {body: string | null; blocked: string | null}[] = [];
  joinChannel(page, (text) => {
    const report = JSON.parse(`${text}`);
    reports.push(report);
    reported.push(report.transport);
    urls.push(report.url);
  });
  const listen = vi.spyOn(page.document, 'addEventListener');
  hookPage(page);
  /** As the browser tells of a violation, which a test cannot dispatch. */
  const block = (violation: object) => {
    const listener = listen.mock.calls.find(([type]) => type === 'securitypolicyviolation')?.[1];
    if (typeof listener === 'function') listener(violation as Event);
  };
  return {page, reported, reports, urls, block};
}

it.each([
  ['a beacon that is sent', 'beacon', true, ['beacon']],
  ['no beacon that the browser refuses', 'beacon', false, []],
  ['a fetch, whatever it returns', 'fetch', false, ['fetch']],
  ['an XMLHttpRequest, whatever it returns', 'xhr', false, ['xhr']],
] as const)('reports %s', (_, transport, result, expected) => {
  const {page, reported} = openPage(result);
  const body = new page.Blob(['[1]']);
  if (transport === 'beacon') new page.Navigator().sendBeacon(address, body);
  else if (transport === 'fetch') void page.fetch(address, {method: 'POST', body});
  else {
    const request = new page.XMLHttpRequest();
    request.open('POST', address);
    request.send(body);
  }
  expect(reported).toEqual(expected);
});

it('reports an XMLHttpRequest to the address that it was opened for, wherever its page is when it sends', () => {
  const {page, urls} = openPage(null);
  let baseURI = 'https://app.example.test/signup/';
  Object.defineProperty(page.document, 'base', {get: () => baseURI});
  const request = new page.XMLHttpRequest();
  request.open('POST', '../api/track');
  baseURI = 'https://app.example.test/a/b/c/';
  request.send(new page.Blob(['[1]']));
  expect(urls).toEqual(['https://app.example.test/api/track']);
});

const aborted = AbortSignal.abort();
it.each([
  ['a fetch that is sent', 70_000, {}, ['fetch']],
  ['a fetch that may still be aborted', 1, {signal: new AbortController().signal}, ['fetch']],
  ['no fetch that was aborted before', 1, {signal: aborted}, []],
  ['a fetch of 64 KiB that outlives its page', 65_536, {keepalive: true}, ['fetch']],
  ['no larger fetch that outlives its page', 65_537, {keepalive: true}, []],
] as const)('reports %s', (_, size, init, expected) => {
  const {page, reported} = openPage(null);
  void page.fetch(address, {method: 'POST', body: new page.Blob(['x'.repeat(size)]), ...init});
  expect(reported).toEqual(expected);
});

const reason = 'Blocked by the page’s own policy (connect-src).';
const sliced = (page: PageWindow) => new page.Blob(['x[1]']).slice(1);
it.each<[string, (page: PageWindow) => BodyInit, [body: string | null, blocked: string | null][]]>([
  ['a text', () => '[1]', [['[1]', reason]]],
  [
    'a Blob, which was reported before',
    (page) => new page.Blob(['[1]']),
    [
      ['[1]', null],
      [null, reason],
    ],
  ],
  ['a part of a Blob, which is still being read', sliced, [['[1]', reason]]],
  ['a part that is too large', (page) => new page.Blob(['x'.repeat(1_000_002)]).slice(1), [[null, reason]]],
])('reports what the page’s policy blocks, and each content once: %s', async (_, toBody, expected) => {
  const {page, block, reports} = openPage(null);
  void page.fetch(address, {method: 'POST', body: toBody(page)});
  block({isTrusted: true, disposition: 'enforce', blockedURI: address, effectiveDirective: 'connect-src'});
  await vi.waitFor(() => expect(reports).toHaveLength(expected.length));
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(reports.map(({body, blocked}) => [body && atob(body), blocked])).toEqual(expected);
});
