import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {CapturedRequest} from '../capture/captured-request';
import {isTime} from '../capture/captured-time';
import {inspectRequest, requestFromParts} from '../inspect-request';
import {withoutCredentials} from '../secrets/without-credentials';
import {defaultSettings} from '../settings';
import {hostileRequests} from '../testing/hostile-request';
import {propertyOptions} from '../testing/property-options';
import {readSession} from './read-session';
import {writeSession} from './write-session';

function open(text: string) {
  let count = 0;
  return readSession(text, {tabId: 3, newId: () => `new-${++count}`});
}

function reopen(records: readonly CapturedRequest[]): CapturedRequest[] {
  const reading = open(writeSession(records).text);
  if (!reading.ok) throw new Error(reading.fault);
  expect(reading.refused).toBe(0);
  return reading.records;
}

const sent: CapturedRequest = {
  ...requestFromParts({
    id: 'a',
    url: 'https://api.app.thrivestack.ai/api/track?token=verysecretvalue',
    method: 'POST',
    headers: {'content-type': 'application/json', 'x-api-key': 'verysecretkey'},
    body: '[{"event_name": "x", "n": 12345678901234567890, "apiKey": "verysecretmember"}]',
    startedAt: 1_790_000_000_000.25,
    response: {status: 400, headers: {'set-cookie': 'verysecretcookie'}, body: '{"message": "No"}'},
  }),
  pinned: true,
};
const replay: CapturedRequest = {
  ...sent,
  id: 'b',
  outcome: {state: 'queued'},
  replay: {
    sourceId: 'a',
    way: 'extension',
    marker: 'mark',
    claimed: false,
    timeoutSeconds: 30,
    followRedirects: false,
  },
};

describe('a saved session', () => {
  it.each([{status: 200}, {}])('keeps that an answer failed with %j', (known) => {
    const outcome = {state: 'failed', error: 'net::ERR_FAILED', endedAt: 1, ...known} as const;
    expect(reopen([{...sent, outcome}])[0]?.outcome).toEqual(outcome);
  });

  it('opens each record of a file that has an ID twice', () => {
    const records = reopen([sent, replay, sent]);
    expect(new Set(records.map(({id}) => id)).size).toBe(3);
    expect(records[1]?.replay?.sourceId).toBe(records[0]?.id);
  });

  it('has no credential in it', () => {
    const {text, left} = writeSession([sent, replay]);
    expect(left).toBe(0);
    expect(text).not.toContain('verysecret');
  });

  it('keeps requests, answers, pins and times', () => {
    const [opened] = reopen([sent]);
    const {id: _, origin, seenBy, ...clean} = withoutCredentials(sent) ?? sent;
    expect(opened).toMatchObject(clean);
    expect(opened?.origin).toEqual({...origin, tabId: 3});
    expect(opened?.seenBy).toEqual(seenBy);
  });

  it('keeps every field of a form, whatever its name', () => {
    const fields = JSON.parse('{"__proto__":["1","2"],"constructor":["3"],"":["4"]}');
    const [opened] = reopen([{...sent, body: {kind: 'form', fields}}]);
    expect(JSON.stringify(opened?.body)).toBe(JSON.stringify({kind: 'form', fields}));
  });

  it('keeps which request a replay was made from, and sends nothing when it is opened', () => {
    const [source, again] = reopen([sent, replay]);
    expect(again?.replay).toMatchObject({sourceId: source?.id, claimed: true});
    expect(again?.replay?.marker).not.toBe('mark');
    expect(again?.outcome.state).toBe('unknown');
  });

  it.each([
    ['1e300', 600],
    ['-5', 1],
    ['0', 1],
    ['12.4', 12],
  ])('has no timeout at which a replay would end at once: %s', (written, seconds) => {
    const odd = writeSession([replay]).text.replace(/"timeoutSeconds":\d+/, `"timeoutSeconds":${written}`);
    expect(open(odd)).toMatchObject({ok: true, records: [{replay: {timeoutSeconds: seconds}}]});
  });

  it('leaves out a body whose content is unknown, and says so', () => {
    const list = [{name: 'content-encoding', value: 'gzip'}];
    const bytes = Uint8Array.of(0x1f, 0x8b, 8, 0, 1, 2, 3);
    const packed: CapturedRequest = {...sent, headers: {state: 'known', list}, body: {kind: 'bytes', bytes}};
    expect(writeSession([packed, sent])).toMatchObject({left: 1});
    expect(reopen([packed, sent])).toHaveLength(1);
  });

  it('gives any request the verdict that it had', () => {
    fc.assert(
      fc.property(fc.array(hostileRequests(), {maxLength: 3}), (requests) => {
        const judge = (request: CapturedRequest) => ({
          ...inspectRequest(request, {settings: defaultSettings}),
          requestId: '',
        });
        // 1e300 is outside the range of Date, and JSON cannot express NaN.
        const toTime = (time: number | null) => (isTime(time) ? time : null);
        const timed = requests.map((request) => ({...request, startedAt: toTime(request.startedAt)}));
        const clean = timed.flatMap((request) => withoutCredentials(request) ?? []);
        expect(reopen(requests).map(judge)).toEqual(clean.map(judge));
      }),
      propertyOptions(100),
    );
  });

  it.each([
    ['', 'This is not a saved session: it is not valid JSON.'],
    [
      '{"log": {}}',
      'This is not a saved session. HAR and NDJSON files are imported with “Import a HAR or NDJSON file”.',
    ],
    ['{"session": 2, "records": []}', expect.stringContaining('This is not a saved session.')],
  ])('is refused where it is something else: %j', (text, fault) => {
    expect(open(text)).toEqual({ok: false, fault});
  });

  it('is read as far as it is whole', () => {
    const {text} = writeSession([sent, replay]);
    const broken = text.replace(/"bytes":"[^"]*"/, '"bytes":"?"');
    expect(open(broken)).toMatchObject({ok: true, refused: 1, records: [{method: 'POST'}]});
    const {records} = JSON.parse(text);
    records[0].headers = {state: 'known', list: Array(700_000).fill(1)};
    expect(open(JSON.stringify({session: 1, records}))).toMatchObject({ok: true, refused: 1});
  });

  it.each(['1e300', '-8.7e15'])('knows no time that cannot be: %s', (time) => {
    const odd = writeSession([sent]).text.replace(/"(startedAt|endedAt)":\d[\d.]*/g, `"$1":${time}`);
    expect(open(odd)).toMatchObject({ok: true, records: [{startedAt: null, outcome: {endedAt: null}}]});
  });

  it.each(['1e300', '200.5', '-1'])('has no status that cannot be: %s', (status) => {
    const odd = writeSession([sent]).text.replace(/"status":\d+/, `"status":${status}`);
    expect(open(odd)).toMatchObject({ok: true, refused: 1, records: []});
  });
});
