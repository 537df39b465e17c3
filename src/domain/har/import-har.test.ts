import {describe, expect, it} from 'vitest';
import {MASK} from '../bytes/mask';
import type {CapturedRequest} from '../capture/captured-request';
import {readPasted} from '../edit/paste/paste';
import {requestFromParts} from '../request-from-parts';
import {defaultSettings} from '../settings';
import {importHarFile} from './import-har';
import {HarLogError} from './open-har-file';
import {toHar} from './write-har';

const url = 'https://api.app.thrivestack.ai/api/track';
const context = () => {
  let count = 0;
  return {
    settings: defaultSettings,
    tabId: 7,
    newId: () => {
      count += 1;
      return `import-${count}`;
    },
  };
};
const readHarLog = (text: string) => importHarFile(new TextEncoder().encode(text), context());
const read = (entries: unknown[], pages?: unknown[]) =>
  readHarLog(JSON.stringify({log: {version: '1.2', pages, entries}}));
const entry = (parts: {request?: object; response?: object} & Record<string, unknown> = {}) => {
  const {request, response, ...rest} = parts;
  return {
    startedDateTime: '2026-11-01T10:00:00.250Z',
    time: 40,
    request: {
      method: 'POST',
      url,
      headers: [
        {name: ':authority', value: 'api.app.thrivestack.ai'},
        {name: 'Content-Type', value: 'application/json'},
      ],
      postData: {mimeType: 'application/json', text: '[{"n":12345678901234567890}]'},
      ...request,
    },
    response: {status: 200, statusText: 'OK', headers: [], content: {size: 4, text: 'done'}, ...response},
    ...rest,
  };
};
const only = (parts?: Parameters<typeof entry>[0]): CapturedRequest | undefined =>
  read([entry(parts)]).requests[0];

describe('reading a HAR log', () => {
  it('has its requests in the order of sending, which a log need not have', () => {
    const at = (startedDateTime: unknown, name: string) =>
      entry({startedDateTime, request: {url: `${url}?${name}`}});
    const {requests} = read([
      at('2026-11-01T10:00:05Z', 'third'),
      at(undefined, 'unknown'),
      at('2026-11-01T11:00:01+01:00', 'first'),
      at('2026-11-01T10:00:01Z', 'second'),
      at('1970-01-01T00:00:00.000Z', 'unknown-too'),
    ]);
    expect(requests.map((request) => [request.id, new URL(request.url).search.slice(1)])).toEqual([
      ['import-1', 'first'],
      ['import-2', 'second'],
      ['import-3', 'third'],
      ['import-4', 'unknown'],
      ['import-5', 'unknown-too'],
    ]);
  });

  it('makes a request of the tab of an entry, with its answer', () => {
    const result = read(
      [entry({pageref: 'page_1'})],
      [{id: 'page_1', title: 'https://app.example.test/?token=t'}],
    );
    expect(result).toMatchObject({others: 0, faults: []});
    expect(result.requests).toEqual([
      {
        id: 'import-1',
        url,
        method: 'POST',
        headers: {state: 'redacted', list: [{name: 'Content-Type', value: 'application/json'}]},
        body: {kind: 'bytes', bytes: new TextEncoder().encode('[{"n":12345678901234567890}]')},
        startedAt: Date.UTC(2026, 10, 1, 10, 0, 0, 250),
        origin: {
          tabId: 7,
          frameId: null,
          initiator: null,
          documentUrl: null,
          pageUrl: 'https://app.example.test/?token=secret-forgotten',
          type: null,
        },
        outcome: {
          state: 'answered',
          status: 200,
          statusText: 'OK',
          headers: {state: 'unknown'},
          body: {kind: 'text', text: 'done'},
          endedAt: Date.UTC(2026, 10, 1, 10, 0, 0, 290),
        },
        seenBy: ['import'],
      },
    ]);
  });

  it('leaves out what goes elsewhere, and counts it, as what is no entry', () => {
    const elsewhere = entry({request: {url: 'https://app.example.test/login'}});
    const read3 = read([elsewhere, entry({request: {method: 'GET'}}), {startedDateTime: 3}, entry()]);
    expect(read3.requests).toHaveLength(1);
    expect(read3).toMatchObject({others: 2, faults: [{entry: 3, reason: 'no-request'}]});
  });

  it('brings no credentials along', () => {
    const request = only({
      request: {
        url: `${url}?api_key=k`,
        headers: [
          {name: 'x-api-key', value: 'live-key'},
          {name: 'X-Other', value: MASK},
        ],
      },
      response: {headers: [{name: 'Set-Cookie', value: 'session=live-key'}]},
    });
    expect(JSON.stringify(request)).not.toContain('live-key');
    expect(request?.url).toBe(`${url}?api_key=secret-forgotten`);
    expect(request?.headers).toEqual({
      state: 'redacted',
      list: [
        {name: 'x-api-key', value: null, facts: {scheme: null, shape: 'opaque'}},
        {name: 'X-Other', value: null},
      ],
    });
  });

  it.each<[string, Parameters<typeof entry>[0], CapturedRequest['body']]>([
    [
      'no body, though its length is known',
      {request: {postData: undefined, headers: [{name: 'Content-Length', value: '9'}]}},
      {kind: 'missing', reason: 'not-recorded', size: 9},
    ],
    ['no body at all', {request: {postData: undefined}}, {kind: 'missing', reason: 'not-recorded'}],
    [
      'an empty body',
      {request: {postData: undefined, headers: [{name: 'Content-Length', value: '0'}]}},
      {kind: 'none'},
    ],
    [
      'a form of which only the fields were recorded',
      {
        request: {
          postData: {mimeType: 'application/x-www-form-urlencoded', params: [{name: 'a', value: 'b'}]},
        },
      },
      {kind: 'form', fields: {a: ['b']}},
    ],
    [
      'bytes in Base64',
      {request: {postData: {text: '/wA=', _encoding: 'base64'}}},
      {kind: 'bytes', bytes: Uint8Array.of(255, 0)},
    ],
    [
      'a first part',
      {_body: 'cut', request: {postData: {text: '[1', mimeType: 'application/json'}}},
      {kind: 'cut', bytes: new TextEncoder().encode('[1'), reason: 'cut'},
    ],
  ])('says what is known of %s', (_, parts, body) => {
    expect(only(parts)?.body).toEqual(body);
  });

  it.each<[string, Parameters<typeof entry>[0], Partial<CapturedRequest['outcome']>]>([
    [
      'a failure',
      {response: {status: 0, _error: 'net::ERR_FAILED'}, time: -1},
      {state: 'failed', error: 'net::ERR_FAILED', endedAt: null},
    ],
    [
      'an answer that was cut off, as Chrome says it',
      {response: {status: 200, _error: 'net::ERR_CONNECTION_RESET'}, time: -1},
      {state: 'failed', error: 'net::ERR_CONNECTION_RESET', endedAt: null, status: 200},
    ],
    [
      'an answer that was cut off, as Playwright says it',
      {response: {status: 200, _failureText: 'net::ERR_FAILED'}, time: -1},
      {state: 'failed', error: 'net::ERR_FAILED', endedAt: null, status: 200},
    ],
    [
      'an answer that no page waited for',
      {response: {status: 200, _error: 'net::ERR_ABORTED'}},
      {state: 'answered', status: 200},
    ],
    [
      'no answer',
      {response: {status: 0, content: {size: 0, text: ''}}, time: -1},
      {state: 'unknown', reason: 'The recording does not contain a response.'},
    ],
    [
      'a failure whose words have credentials',
      {response: {status: 0, _error: 'GET https://amy:geheim@h.test/a?api_key=geheim failed'}, time: -1},
      {state: 'failed', error: 'GET https://MASKED@h.test/a?api_key=MASKED failed', endedAt: null},
    ],
    [
      'a beacon that no page waited for',
      {response: {status: 0, _error: 'net::ERR_ABORTED'}, _resourceType: 'ping'},
      {state: 'unknown', reason: 'Sent, but the page was unloaded before a response was captured.'},
    ],
  ])('tells of %s', (_, parts, outcome) => {
    expect(only(parts)?.outcome).toMatchObject(outcome);
  });

  const sentAt = Date.UTC(2026, 10, 1, 10, 0, 0, 250);
  it.each<[string, object, object]>([
    ['a status as text', {response: {status: '404'}}, {outcome: {state: 'answered', status: 404}}],
    ['a status with its words', {response: {status: '404 Not Found'}}, {outcome: {status: 404}}],
    [
      'a status that is no number',
      {response: {status: 'OK'}},
      {outcome: {reason: 'The recording does not contain the status of the response.'}},
    ],
    ['a status that HTTP does not have', {response: {status: 1e300}}, {outcome: {state: 'unknown'}}],
    ['milliseconds since the epoch', {startedDateTime: sentAt}, {startedAt: sentAt}],
    ['seconds since the epoch', {startedDateTime: sentAt / 1000}, {startedAt: sentAt}],
    ['microseconds since the epoch', {startedDateTime: sentAt * 1000}, {startedAt: sentAt}],
    ['nanoseconds since the epoch', {startedDateTime: `${sentAt}000000`}, {startedAt: sentAt}],
    ['a time of the epoch as text', {startedDateTime: ` ${sentAt} `}, {startedAt: sentAt}],
    ['a year', {startedDateTime: '2026'}, {startedAt: Date.UTC(2026, 0, 1)}],
    ['a comma before milliseconds', {startedDateTime: '2026-11-01T10:00:00,250Z'}, {startedAt: sentAt}],
    ['a date as mail has it', {startedDateTime: 'Sun, 01 Nov 2026 10:00:00 GMT'}, {startedAt: sentAt - 250}],
    ['a time without a zone', {startedDateTime: '2026-11-01T10:00:00.250'}, {startedAt: sentAt}],
    ['no time in a text that ends in a number', {startedDateTime: 'page 3'}, {startedAt: null}],
    ['no time that no clock shows', {startedDateTime: 1e300}, {startedAt: null, outcome: {endedAt: null}}],
    ['no end that no clock shows', {time: 1e300}, {startedAt: sentAt, outcome: {endedAt: null}}],
    ['a duration as text', {time: '40.0'}, {outcome: {endedAt: sentAt + 40}}],
    ['blanks around the address', {request: {url: `\n ${url}\t`}}, {url}],
    ['blanks around the method', {request: {method: ' POST '}}, {method: 'POST'}],
    [
      'a body that is the text itself',
      {request: {postData: '[1]'}},
      {body: {kind: 'bytes', bytes: new TextEncoder().encode('[1]')}},
    ],
    [
      'headers by their names',
      {request: {headers: {Accept: ['a/b', 'c/d'], 'X-Count': 3}}},
      {
        headers: {
          list: [
            {name: 'Accept', value: 'a/b, c/d'},
            {name: 'X-Count', value: '3'},
          ],
        },
      },
    ],
    [
      'headers as pairs or lines',
      {request: {headers: [['Accept', 'a/b'], 'X-Time: 10:00', ':path: /', 'no header']}},
      {
        headers: {
          list: [
            {name: 'Accept', value: 'a/b'},
            {name: 'X-Time', value: '10:00'},
          ],
        },
      },
    ],
  ])('reads %s', (_, given, parts) => {
    expect(only({...given})).toMatchObject(parts);
  });

  it.each([
    ['the inside of a log', {entries: [entry()]}],
    ['the entries of a log', [entry()]],
    ['an entry', entry()],
  ])('reads %s', (_, value) => {
    expect(readHarLog(JSON.stringify(value)).requests).toHaveLength(1);
    expect(readHarLog(`\ufeff${JSON.stringify(value)}\0\0`).requests).toHaveLength(1);
  });

  const two = JSON.stringify({log: {pages: [], entries: [entry(), entry()]}});
  it.each([
    ['NaN, as Python writes it', two.replaceAll('40', 'NaN')],
    ['-Infinity', two.replace('40', '-Infinity')],
    ['a line break in a text', two.replaceAll('done', 'do\nne')],
  ])('reads all entries in spite of %s', (_, text) => {
    expect(readHarLog(text)).toMatchObject({requests: [{}, {}], faults: []});
    expect(readPasted(text)).toMatchObject({kind: 'har', requests: [{}, {}]});
  });

  it.each([
    ['that is not JSON', two.replace('40', 'oops'), {entry: 1, reason: 'no-json'}],
    [
      'whose address has no scheme',
      two.replace(/https:..(?!.*https)/, ''),
      {entry: 2, reason: 'part-of-address'},
    ],
  ])('leaves out an entry %s, and no other', (_, text, fault) => {
    expect(readHarLog(text)).toMatchObject({requests: [{}], faults: [fault], others: 0});
  });

  it('knows the page of an entry by its number, too', () => {
    const {requests} = read([entry({pageref: 1})], [{id: 1, title: 'https://app.example.test/a'}]);
    expect(requests[0]?.origin.pageUrl).toBe('https://app.example.test/a');
  });

  it.each([
    ['no JSON', 'HAR', 'it is not JSON'],
    ['no log', '{"entries": []}', 'it has no log.entries'],
  ])('refuses a file that is %s', (_, text, why) => {
    expect(() => readHarLog(text)).toThrow(HarLogError);
    expect(() => readHarLog(text)).toThrow(why);
  });

  it('does not show a picture as text', () => {
    const content = {size: 10, mimeType: 'image/gif', text: 'R0lGODlhAQABAA==', encoding: 'base64'};
    const response = {status: 200, statusText: 'OK', headers: [], content};
    const entry = {
      startedDateTime: '2026-05-04T10:00:00.000Z',
      request: {method: 'POST', url, headers: []},
      response,
    };
    const {requests} = readHarLog(JSON.stringify({log: {entries: [entry]}}));
    expect(requests[0]?.outcome).toMatchObject({body: {kind: 'missing', reason: 'not-text'}});
  });

  it('reads what our own export wrote, byte for byte', () => {
    const original = requestFromParts({
      url,
      method: 'POST',
      headers: {'content-type': 'application/json', 'x-api-key': 'live-key'},
      body: '[ {"n":12345678901234567890,"n":-0, "t":"\\ud800 ä"} ]',
      startedAt: 1_793_527_200_250,
      response: {status: 400, statusText: 'Bad Request', headers: {a: 'b'}, body: '{"error":"no"}'},
    });
    const {requests} = readHarLog(toHar([original], {name: 'test', version: '1'}));
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({
      body: original.body,
      startedAt: original.startedAt,
      outcome: {state: 'answered', status: 400, body: {kind: 'text', text: '{"error":"no"}'}},
    });
    expect(requests[0]?.headers).toMatchObject({
      list: [{name: 'content-type'}, {name: 'x-api-key', value: null}],
    });
  });
});
