import {describe, expect, it} from 'vitest';
import {readPasted} from '../edit/paste/paste';
import {buildReference} from './build-captured';
import {openPasted} from './open-pasted';
import {planReplay} from './plan-replay';
import {toFetchParts} from './to-fetch-parts';

const command =
  "curl 'https://a.test/api/track?writeKey=w%20k#x' -H 'Content-Type: application/json' -H 'x-api-key: k' -d '[12345678901234567890]'";

const inHeader = buildReference('1');
const inQuery = buildReference('2');
const toReference: Parameters<typeof openPasted>[1] = ({place}) => (place === 'header' ? inHeader : inQuery);

function plan(
  secretOf?: Parameters<typeof openPasted>[1],
  chosen: Partial<Parameters<typeof planReplay>[0]['options']> = {},
) {
  const pasted = readPasted(command);
  const [request] = pasted.ok ? pasted.requests : [];
  if (request === undefined) throw new Error('Nothing was read.');
  const {draft, options} = openPasted(request, secretOf);
  const planned = planReplay({
    source: null,
    draft,
    options: {
      id: 'a',
      marker: 'm',
      startedAt: 1,
      way: 'extension',
      timeoutSeconds: 9,
      followRedirects: false,
      ...options,
      ...chosen,
    },
  });
  if (!planned.ok) throw new Error(planned.reason);
  return planned.record;
}

describe('openPasted', () => {
  it('sends the pasted bytes without any credential', () => {
    expect(toFetchParts(plan(), new Map())).toMatchObject({
      url: 'https://a.test/api/track#x',
      method: 'POST',
      headers: [['Content-Type', 'application/json']],
      body: new TextEncoder().encode('[12345678901234567890]'),
      missing: [],
    });
  });

  it('takes along the credentials that the user chose, as references until they are sent', () => {
    const record = plan(toReference);
    expect(JSON.stringify(record)).not.toMatch(/"k"|w%20k/);
    const values = new Map([
      [inHeader, 'k'],
      [inQuery, 'w%20k'],
    ]);
    expect(toFetchParts(record, values)).toMatchObject({
      url: 'https://a.test/api/track?writeKey=w%20k#x',
      headers: [
        ['Content-Type', 'application/json'],
        ['x-api-key', 'k'],
      ],
    });
  });

  const elsewhere = `https://b.test/api/track?writeKey=${inQuery}`;
  const targetCredentials = [{name: 'X-Api-Key', secret: 'secret-of-target'}];
  it.each<[string, Parameters<typeof plan>[1], string, string[]]>([
    ['nowhere if that is chosen', {credentials: 'leave-out'}, 'https://a.test/api/track#x', []],
    ['to no other origin', {url: elsewhere}, 'https://b.test/api/track', []],
    ['to any if that is chosen', {url: elsewhere, credentials: 'take-along'}, elsewhere, [inHeader]],
    [
      'to no target whose own are chosen',
      {url: elsewhere, credentials: 'of-target', targetCredentials},
      'https://b.test/api/track',
      ['secret-of-target'],
    ],
  ])('sends the chosen credentials %s', (_, chosen, url, secrets) => {
    const record = plan(toReference, chosen);
    expect(record.url).toBe(url);
    const list = record.headers.state === 'known' ? record.headers.list : [];
    expect(list.flatMap(({secret}) => secret ?? [])).toEqual(secrets);
  });

  it('sends those that were pasted without an address to the one that is typed', () => {
    const credentials = [{place: 'header', name: 'x-api-key', value: 'k'}] as const;
    const pasted = {url: null, method: 'POST', headers: [], body: null, credentials, notes: []};
    expect(openPasted(pasted, () => 'secret-k').options).toMatchObject({
      home: null,
      credentials: 'take-along',
    });
  });
});
