import {expect, it} from 'vitest';
import {createDocumentProbe, type DocumentTarget} from './document-probe';
import type {WebRequestDetails} from './web-request-details';

const details: WebRequestDetails = {
  requestId: '1',
  url: 'https://api.example.test/api/track',
  method: 'POST',
  tabId: 3,
  frameId: 7,
  type: 'xmlhttprequest',
  timeStamp: 9_000,
};
const startedAt = 5_000;
const gone = (reason: string) => () => Promise.reject(new Error(reason));

it.each<[string, Partial<WebRequestDetails>, () => Promise<unknown>, boolean | null]>([
  ['that is there, by its id', {documentId: 'D1'}, async () => 9_999, true],
  ['of an id that is gone', {documentId: 'D1'}, gone('No document with id D1 in tab with id 3.'), false],
  ['whose tab is closed', {documentId: 'D1'}, gone('No tab with id: 3.'), false],
  ['that began before', {}, async () => 1_000, true],
  ['that began after the request', {}, async () => 5_500, false],
  ['that began in the same moment', {}, async () => 4_950, false],
  ['whose frame is gone', {}, gone('Invalid frame IDs: [7].'), false],
  ['that says nothing', {}, async () => undefined, null],
  ['without permission (Chromium)', {documentId: 'D1'}, gone('Cannot access contents of the page.'), null],
  ['without permission (Firefox)', {}, gone('Missing host permission for the tab'), null],
])('tells of a document %s', async (_, change, run, isThere) => {
  const asked: DocumentTarget[] = [];
  const probe = createDocumentProbe((target) => {
    asked.push(target);
    return run();
  });
  expect(await probe({...details, ...change}, startedAt)).toBe(isThere);
  const of = change.documentId === undefined ? {frameIds: [7]} : {documentIds: [change.documentId]};
  expect(asked).toEqual([{tabId: 3, ...of}]);
});
