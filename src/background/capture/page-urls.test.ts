import {expect, it} from 'vitest';
import {createPageUrls} from './page-urls';

const details = {requestId: '1', url: '', method: 'POST', tabId: 3, frameId: 0, type: 'ping', timeStamp: 0};

it('gives a document’s last request the page that its first one came from', async () => {
  let shown = 'https://a.test/one';
  const pages = createPageUrls(async () => shown);
  const document = {...details, documentId: 'd1'};
  expect(await pages.of(document)).toBe('https://a.test/one');
  shown = 'https://a.test/two';
  expect(await pages.of(document)).toBe('https://a.test/one');
  expect(await pages.of({...details, documentId: 'd2'})).toBe('https://a.test/two');
});

it('asks each time where the browser names no document', async () => {
  let asked = 0;
  const pages = createPageUrls(async () => {
    asked += 1;
    return `https://a.test/${asked}`;
  });
  expect([await pages.of(details), await pages.of(details)]).toEqual([
    'https://a.test/1',
    'https://a.test/2',
  ]);
});

it('says null where the browser does not tell', async () => {
  expect(await createPageUrls(async () => undefined).of(details)).toBeNull();
  expect(await createPageUrls(() => Promise.reject(new Error('No tab with id: 3.'))).of(details)).toBeNull();
});
