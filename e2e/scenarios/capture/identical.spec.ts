import type {ReceivedRequest} from '../../track-api/received-request';
import {expect, test} from '../steps/inspector';
import {anEvent, apiKey} from '../steps/steps';
import {toSha256} from '../transports/describe-record';
import {readRecords} from '../transports/read-records';

const count = 50;

// With HTTP/2 all of them can be pending at the same time; with HTTP/1.1 only six.
test.use({underVendorHost: true, grants: ['http://127.0.0.1/*']});

test('fifty identical requests at once are fifty rows, each with an answer of its own', async ({
  inspector,
}) => {
  const {page, panel, api, endpoint} = inspector;
  const isMine = ({url}: Pick<ReceivedRequest, 'url'>) => url.endsWith('?identical');
  const hanging = api.behave({hang: true, times: count, match: isMine});
  const body = JSON.stringify([anEvent({event_name: 'same_thing'})]);
  const order = {url: `${endpoint}?identical`, body, apiKey, count};
  await page.evaluate((wanted) => {
    const headers = {'content-type': 'application/json', 'x-api-key': wanted.apiKey};
    for (let sent = 0; sent < wanted.count; sent++) {
      fetch(wanted.url, {method: 'POST', headers, body: wanted.body})
        .then((response) => response.text())
        .catch((error: unknown) => {
          // Not relevant here: the test looks at the panel.
          console.warn(error);
        });
    }
  }, order);
  await api.waitFor((_request, _index, all) => all.filter(isMine).length === count, 60_000);
  hanging.release();
  await expect
    .poll(() => api.received.filter(({url, answer}) => isMine({url}) && answer))
    .toHaveLength(count);

  const read = async () => (await readRecords(panel)).filter(isMine);
  const answersOf = (texts: readonly (string | null | undefined)[]) => texts.map((text) => text ?? '').sort();
  await expect
    .poll(async () => answersOf((await read()).map(({answer}) => answer)), {timeout: 60_000})
    .toEqual(answersOf(api.received.filter(isMine).map(({answer}) => answer?.body)));
  const records = await read();
  expect(records).toHaveLength(count);
  expect(new Set(records.map(({answer}) => answer)).size).toBe(count);
  for (const {status, body: captured} of records) {
    expect(status).toBe(200);
    expect(captured.sha256).toBe(toSha256(Buffer.from(body)));
  }
});
