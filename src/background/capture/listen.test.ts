import {expect, it} from 'vitest';
import type {Browser} from 'webextension-polyfill';
import {listen} from './listen';
import type {WebRequestDetails} from './web-request-details';

const details: WebRequestDetails = {
  requestId: '1',
  url: 'https://app.example.test/api/track',
  method: 'POST',
  tabId: 1,
  frameId: 0,
  type: 'xmlhttprequest',
  timeStamp: 1,
};

/** Events that ignore filters, so that every listener receives everything. */
function buildWebRequest() {
  const listeners = new Set<(details: WebRequestDetails) => void>();
  const event = {
    addListener: (listener: (details: WebRequestDetails) => void) => listeners.add(listener),
    removeListener: (listener: (details: WebRequestDetails) => void) => listeners.delete(listener),
  };
  const silent = {addListener: () => undefined, removeListener: () => undefined};
  const webRequest = {
    ResourceType: {XMLHTTPREQUEST: 'xmlhttprequest', IMAGE: 'image'},
    onBeforeRequest: event,
    onSendHeaders: silent,
    onBeforeRedirect: silent,
    onCompleted: silent,
    onErrorOccurred: silent,
  } as unknown as Browser['webRequest'];
  return {
    webRequest,
    send: (url: string) => {
      for (const listener of [...listeners]) listener({...details, url});
    },
  };
}

function listenTo() {
  const {webRequest, send} = buildWebRequest();
  const heard: string[] = [];
  const ignore = () => undefined;
  const wide = listen(webRequest, {
    onBeforeRequest: ({url}) => heard.push(new URL(url).pathname),
    onSendHeaders: ignore,
    onBeforeRedirect: ignore,
    onCompleted: ignore,
    onErrorOccurred: ignore,
  });
  const sendAll = () => {
    for (const path of ['/api/track', '/api/tracking', '/login']) send(`https://app.example.test${path}`);
    return heard.splice(0);
  };
  return {wide, sendAll};
}

it('hears each request once', () => {
  expect(listenTo().sendAll()).toEqual(['/api/track', '/api/tracking', '/login']);
});

it('hears only built-in endpoints when the others are not wanted', () => {
  const {wide, sendAll} = listenTo();
  wide.set(false);
  expect(sendAll()).toEqual(['/api/track']);
});

it('hears each request once when the others are wanted again, however often that is said', () => {
  const {wide, sendAll} = listenTo();
  for (const wanted of [true, false, false, true, true]) wide.set(wanted);
  expect(sendAll()).toEqual(['/api/track', '/api/tracking', '/login']);
});
