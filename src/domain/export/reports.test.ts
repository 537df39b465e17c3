import {describe, expect, it} from 'vitest';
import type {CapturedRequest} from '../capture/captured-request';
import {readPasted} from '../edit/paste/paste';
import {importHarFile} from '../har/import-har';
import {toHar} from '../har/write-har';
import {inspectRequest} from '../inspect-request';
import {buildCaptured, buildReference} from '../replay/build-captured';
import {defaultSettings} from '../settings';
import {toBugReport} from './bug-report';
import {toCsv} from './csv';
import {toCodeBlock, toCodeSpan} from './markdown';

const judge = (request: CapturedRequest) => ({request, inspection: inspectRequest(request)});
const creator = {name: 'Track Inspector', version: '1.0.0'};
const odd = '{"event_name":"invite_sent","n":12345678901234567890,"n":1}';

const answered: CapturedRequest['outcome'] = {
  state: 'answered',
  status: 400,
  statusText: 'Bad Request',
  headers: {
    state: 'known',
    list: [
      {name: 'Set-Cookie', value: 'sid=1'},
      {name: 'X-A', value: 'b'},
    ],
  },
  body: {kind: 'text', text: '```\n<img src=x onerror=alert(1)>', mimeType: 'text/html'},
  endedAt: Date.UTC(2026, 3, 30, 7, 8, 48),
};

const cutOff: CapturedRequest['outcome'] = {
  state: 'failed',
  error: 'net::ERR_CONNECTION_RESET',
  endedAt: null,
  status: 200,
};

describe('toHar', () => {
  it('says that an answer was cut off, and reads it back', () => {
    const har = toHar([buildCaptured({outcome: cutOff, body: '[]'})], creator);
    const [again] = importHarFile(new TextEncoder().encode(har), {
      settings: defaultSettings,
      tabId: 1,
      newId: () => 'again',
    }).requests;
    expect(again?.outcome).toMatchObject({state: 'failed', error: 'net::ERR_CONNECTION_RESET', status: 200});
  });

  it('masks the credentials in the type of a response', () => {
    const typed = {...answered, body: {kind: 'text', text: 'a', mimeType: 'text/a; token=geheim'}} as const;
    const har = toHar([buildCaptured({outcome: typed})], creator);
    expect(har).toContain('"mimeType": "text/a; token=MASKED"');
    expect(har).not.toContain('geheim');
  });

  const request = buildCaptured({
    url: `https://a.test/api/track?token=${buildReference('2')}&x=1`,
    headers: [
      {name: 'Content-Type', value: 'application/json'},
      {name: 'x-api-key', value: null, secret: 'secret-1'},
    ],
    body: `[${odd}]`,
    outcome: answered,
  });

  it('writes an entry that is read back with the same body, credentials masked', () => {
    const har = toHar([request], creator);
    expect(har).not.toMatch(/secret-|sid=1/);
    const pasted = readPasted(har);
    expect(pasted.ok && pasted.requests[0]).toMatchObject({
      method: 'POST',
      headers: [{name: 'Content-Type', value: 'application/json'}],
      body: new TextEncoder().encode(`[${odd}]`),
      credentials: [],
      notes: [expect.stringContaining('x-api-key was masked'), expect.stringContaining('token was masked')],
    });
    expect(JSON.parse(har)).toMatchObject({
      log: {
        version: '1.2',
        creator,
        entries: [
          {
            startedDateTime: '2026-04-30T07:08:47.000Z',
            time: 1000,
            response: {status: 400, content: {text: expect.stringContaining('onerror') as string}},
          },
        ],
      },
    });
  });

  it('writes credentials where they are asked for', () => {
    const secrets = new Map([
      ['secret-1', 'key'],
      [buildReference('2'), 'token'],
    ]);
    expect(toHar([request], creator, {secrets})).toMatch(/token=token[\s\S]*"value": "key"[\s\S]*sid=1/);
  });

  it('carries bytes that are no text', () => {
    const body = new Uint8Array([0xff, 0x00]);
    const pasted = readPasted(toHar([buildCaptured({body})], creator));
    expect(pasted.ok && pasted.requests[0]?.body).toEqual(body);
  });

  it('says which body is missing', () => {
    const har = toHar([buildCaptured({body: {kind: 'missing', reason: 'blob'}, startedAt: null})], creator);
    expect(JSON.parse(har)).toMatchObject({
      log: {entries: [{_body: 'missing', comment: expect.any(String) as string}]},
    });
  });
});

it.each<[string, (request: CapturedRequest) => string]>([
  ['HAR', (request) => toHar([request], creator)],
  ['CSV', (request) => toCsv([judge(request)])],
  ['a bug report', (request) => toBugReport(judge(request))],
])('%s masks the credentials of an address in the words of a failure', (_, write) => {
  const error = 'Request cannot be constructed from https://amy:geheim12@h.test/a?api_key=geheim12.';
  const url = 'https://api.app.thrivestack.ai/api/track';
  const text = write(buildCaptured({url, outcome: {state: 'failed', error, endedAt: null}}));
  expect(text).toContain('Request cannot be constructed from https://MASKED@h.test/a');
  expect(text).not.toContain('geheim12');
});

it.each<[string, (request: CapturedRequest) => string]>([
  ['CSV', (request) => toCsv([judge(request)])],
  ['a bug report', (request) => toBugReport(judge(request))],
])(
  '%s masks the credentials in the name and the values of an event, and in the words about them',
  (_, write) => {
    const event = {
      event_name: 'api_key=geheim12',
      user_id: 'secret: geheim12',
      timestamp: 'token=geheim12',
      properties: {token: 'geheim12'},
    };
    const text = write(buildCaptured({body: JSON.stringify([event])}));
    expect(text).toContain('api_key=MASKED');
    expect(text).not.toContain('geheim12');
  },
);

describe('toCsv', () => {
  it('has a row an event, and one for a request without any', () => {
    const csv = toCsv([
      judge(buildCaptured({body: `[${odd},${odd}]`})),
      judge(buildCaptured({body: 'nothing'})),
    ]);
    const rows = csv.split('\r\n');
    expect(rows).toHaveLength(5);
    expect(rows[1]).toMatch(
      /^"2026-04-30T07:08:47\.000Z","request-1","POST","https:.*","pending","1","track","invite_sent",/,
    );
    expect(csv).toMatch(/^\uFEFF"sent",/);
    expect(rows[3]).toContain('invalid-json');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1', '=cmd|"/c calc"!A1'])(
    'keeps %j from being a formula',
    (name) => {
      const csv = toCsv([judge(buildCaptured({body: JSON.stringify([{event_name: name}])}))]);
      const cell = `'${name}`.replaceAll('"', '""');
      expect(csv).toContain(`,"${cell}",`);
    },
  );

  it.each<[CapturedRequest['outcome'], string]>([
    [answered, '400'],
    [cutOff, '200, failed: net::ERR_CONNECTION_RESET'],
    [{...cutOff, status: undefined}, 'failed: net::ERR_CONNECTION_RESET'],
  ])('says of %j what is known', (outcome, cell) => {
    expect(toCsv([judge(buildCaptured({outcome}))])).toContain(`,"${cell}",`);
  });

  it('quotes commas, quotes and line breaks', () => {
    const csv = toCsv([judge(buildCaptured({body: JSON.stringify([{event_name: 'a,"b"\nc'}])}))]);
    expect(csv).toContain('"a,""b""\nc"');
  });
});

describe('toBugReport', () => {
  it('says that an answer was cut off, and not that it was accepted', () => {
    const report = toBugReport(judge(buildCaptured({outcome: cutOff})));
    expect(report).toContain('Status 200, then cut off or blocked: `net::ERR_CONNECTION_RESET`');
    expect(report).not.toContain('accepted');
  });

  it('tells what is wrong, what was sent as written, and what the server said', () => {
    const report = toBugReport(judge(buildCaptured({body: `[${odd}]`, outcome: answered})));
    expect(report).toContain('missing-timestamp');
    expect(report).toContain(`\`\`\`json\n${odd}\n\`\`\``);
    expect(report).toContain('````\n```\n<img src=x onerror=alert(1)>\n````');
    expect(report).toContain('Status 400 `Bad Request`');
  });

  it('keeps what a page wrote inert and masks keys', () => {
    const name = '`x` | <img src=x> @everyone [a](javascript:1)\n# no heading';
    const body = JSON.stringify([{event_name: name, writeKey: 'k'}]);
    const report = toBugReport(judge(buildCaptured({body, url: 'https://a.test/api/track?key=secret-1'})));
    expect(report).not.toMatch(/^# no heading/m);
    expect(report).toContain('`` `x` \\| <img src=x> @everyone [a](javascript:1) # no heading ``');
    expect(report).not.toMatch(/"k"|secret-1/);
  });

  it('masks the credential that names the place of an issue, as CSV does', () => {
    const judged = judge(buildCaptured({body: '[{"event_name":"a"}]'}));
    const issues = judged.inspection.issues.map((issue) => ({...issue, pointer: '/api_key=geheim12'}));
    expect(issues.length).toBeGreaterThan(0);
    const odd = {...judged, inspection: {...judged.inspection, issues}};
    for (const text of [toBugReport(odd), toCsv([odd])]) {
      expect(text).toContain('/api_key=MASKED');
      expect(text).not.toContain('geheim12');
    }
  });

  it('writes one event where one is asked for, and not too much of it', () => {
    const report = toBugReport(judge(buildCaptured({body: `[${odd},{"a":"${'x'.repeat(100)}"}]`})), {
      event: 1,
      maxLength: 20,
    });
    expect(report).not.toContain('invite_sent');
    expect(report).toMatch(/xxx\n… \d+ characters more/);
  });
});

describe('Markdown', () => {
  it.each([
    ['a', '`a`'],
    ['a`b', '``a`b``'],
    ['`', '`` ` ``'],
    ['a\n\nb|c', '`a b\\|c`'],
    ['', '–'],
  ])('makes a span of %j', (text, span) => {
    expect(toCodeSpan(text)).toBe(span);
  });

  it('makes a fence longer than those within', () => {
    expect(toCodeBlock('a\n`````\nb')).toBe('``````\na\n`````\nb\n``````');
  });
});
