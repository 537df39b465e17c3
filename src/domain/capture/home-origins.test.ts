import {expect, it} from 'vitest';
import {toHomeOrigins} from './home-origins';

const nowhere = {tabId: null, frameId: null, initiator: null, documentUrl: null, pageUrl: null, type: null};

it.each([
  ['nothing known', nowhere, []],
  ['an opaque initiator', {...nowhere, initiator: 'null'}, []],
  ['a worker script', {...nowhere, documentUrl: 'https://a.test/sw.js'}, ['https://a.test']],
  [
    'page and frame',
    {...nowhere, pageUrl: 'https://a.test/x', initiator: 'https://b.test'},
    ['https://a.test', 'https://b.test'],
  ],
])('the home of a request with %s', (_, origin, expected) => {
  expect(toHomeOrigins(origin)).toEqual(expected);
});
