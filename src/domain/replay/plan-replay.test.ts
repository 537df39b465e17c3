import {gzipSync} from 'fflate';
import {describe, expect, it} from 'vitest';
import {DECOMPRESSED_NOTE} from '../capture/body-notes';
import type {CapturedHeader, CapturedRequest} from '../capture/captured-request';
import {newDraft, openDraft, withText} from '../edit/draft';
import {buildCaptured, buildReference} from './build-captured';
import {planReplay, type ReplayOptions} from './plan-replay';

const options: ReplayOptions = {
  id: 'replay-1',
  marker: 'marker-1',
  startedAt: 1_000,
  way: 'extension',
  timeoutSeconds: 120,
  followRedirects: false,
};

function plan(source: CapturedRequest, more: Partial<ReplayOptions> = {}, text?: string) {
  const draft = text === undefined ? openDraft(source) : withText(openDraft(source), text);
  const result = planReplay({source, draft, options: {...options, ...more}});
  if (!result.ok) throw new Error(result.reason);
  return result;
}

function whyNot(source: CapturedRequest, more: Partial<ReplayOptions> = {}): string {
  const result = planReplay({source, draft: openDraft(source), options: {...options, ...more}});
  return result.ok ? 'it can be sent' : result.reason;
}

function outcomeOf(header: CapturedHeader, more: Partial<ReplayOptions> = {}, text?: string): string {
  const decision = plan(buildCaptured({headers: [header]}), more, text).headerPlan.find(
    ({name}) => name === header.name,
  );
  if (decision === undefined) throw new Error(`${header.name} is not in the header plan.`);
  expect(decision.reason).toMatch(/\w.*[.]$/);
  expect(decision.sent === null).toBe(!['kept', 'changed', 'added', 'replaced'].includes(decision.outcome));
  return decision.outcome;
}

const key: CapturedHeader = {name: 'x-api-key', value: null, secret: 'secret-1'};
const elsewhere = {url: 'https://staging.example.test/api/track'};

describe('planReplay', () => {
  it('sends an untouched body bit for bit', () => {
    const odd = '\uFEFF[ {"a":12345678901234567890, "a":1e400,"b":-0,\r\n "c":"\\ud800"} ]';
    const bytes = new Uint8Array([...new TextEncoder().encode(odd), 0xff, 0xfe]);
    expect(plan(buildCaptured({body: bytes})).record.body).toEqual({kind: 'bytes', bytes});
  });

  it('sends an untouched compressed body as it was, with its Content-Encoding', () => {
    const bytes = new Uint8Array(gzipSync(new TextEncoder().encode('[]')));
    const source = buildCaptured({body: bytes, headers: [{name: 'Content-Encoding', value: 'gzip'}]});
    expect(plan(source).record).toMatchObject({
      body: {kind: 'bytes', bytes},
      headers: {list: expect.arrayContaining([{name: 'Content-Encoding', value: 'gzip'}])},
    });
  });

  it('sends an edited compressed body as plain text without Content-Encoding', () => {
    const source = buildCaptured({
      body: new Uint8Array(gzipSync(new TextEncoder().encode('[]'))),
      headers: [{name: 'Content-Encoding', value: 'gzip'}],
    });
    const {record, headerPlan} = plan(source, {}, '[1]');
    expect(record.body).toEqual({kind: 'bytes', bytes: new TextEncoder().encode('[1]')});
    expect(headerPlan[0]).toMatchObject({name: 'Content-Encoding', outcome: 'left-out'});
  });

  it.each([
    ['application/json; charset=iso-8859-1', 'application/json; charset=utf-8'],
    ['application/json;Charset = "UTF-16LE"; v=1', 'application/json;Charset = utf-8; v=1'],
    ['application/json; charset=UTF-8', null],
    ['application/json;charset="utf8"', null],
    ['application/json', null],
  ])('names the charset of an edited body, and only of that: %s', (value, named) => {
    const contentType = {name: 'content-type', value};
    const source = buildCaptured({headers: [contentType]});
    expect(plan(source).headerPlan[0]).toMatchObject({outcome: 'kept', sent: contentType});
    expect(plan(source, {}, '["é"]').headerPlan[0]).toMatchObject(
      named === null
        ? {outcome: 'kept', sent: contentType}
        : {outcome: 'changed', sent: {...contentType, value: named}},
    );
  });

  it('sends a body that was recorded decompressed as plain text without Content-Encoding, and says so', () => {
    const bytes = new TextEncoder().encode('[]');
    const source = buildCaptured({
      body: {kind: 'bytes', bytes, note: DECOMPRESSED_NOTE},
      headers: [{name: 'Content-Encoding', value: 'gzip'}],
    });
    const {record, headerPlan, notes} = plan(source);
    expect(record).toMatchObject({body: {kind: 'bytes', bytes}, headers: {list: [{name: 'Origin'}]}});
    expect(headerPlan[0]).toMatchObject({name: 'Content-Encoding', outcome: 'left-out'});
    expect(notes.join()).toContain('recorded decompressed');
  });

  it.each([
    ['post', 'POST'],
    ['Put', 'PUT'],
    // https://fetch.spec.whatwg.org/#concept-method-normalize
    ['patch', 'patch'],
    ['Report', 'Report'],
  ])('has the method %s as fetch sends it: %s', (method, sent) => {
    expect(plan(buildCaptured({method})).record.method).toBe(sent);
    expect(plan(buildCaptured(), {method}).record.method).toBe(sent);
  });

  it.each<[string, CapturedHeader[], Partial<ReplayOptions>, boolean]>([
    ['of a credential', [key], {}, false],
    ['of a credential, with permission', [key], {isPermitted: () => true}, true],
    ['of a credential that is left out', [key], {credentials: 'leave-out'}, true],
    ['of a credential as the page', [key], {way: 'page', isPermitted: () => true}, false],
    ['of no credential', [], {}, true],
  ])('follows redirects %s only where it stays with its origin', (_, headers, more, followed) => {
    const source = buildCaptured({headers, seenBy: ['har']});
    const {record, notes} = plan(source, {followRedirects: true, ...more});
    expect(record.replay?.followRedirects).toBe(followed);
    expect(notes).toHaveLength(1);
  });

  it('makes a queued record that is a child of its source and keeps the URL as it is', () => {
    const source = buildCaptured({url: 'https://API.example.test:443/api/track?b=%7e&a=1#part'});
    const {record} = plan(source, {way: 'page'});
    expect(record).toMatchObject({
      id: 'replay-1',
      url: source.url,
      method: 'POST',
      startedAt: 1_000,
      origin: source.origin,
      outcome: {state: 'queued'},
      seenBy: ['replay'],
      replay: {sourceId: 'request-1', way: 'page', marker: 'marker-1', claimed: false, timeoutSeconds: 120},
    });
    expect(record.replay?.cookies).toBeUndefined();
  });

  it.each<[string, CapturedHeader, Partial<ReplayOptions>, string]>([
    ['an ordinary header', {name: 'X-Trace', value: '1'}, {}, 'kept'],
    ['a header whose value was withheld', {name: 'X-Trace', value: null}, {}, 'impossible'],
    ['Content-Type', {name: 'content-type', value: 'application/json'}, {}, 'kept'],
    ['Content-Length', {name: 'Content-Length', value: '2'}, {}, 'set-by-browser'],
    ['Host', {name: 'Host', value: 'api.example.test'}, {}, 'set-by-browser'],
    ['User-Agent', {name: 'User-Agent', value: 'x'}, {}, 'set-by-browser'],
    ['Accept-Encoding', {name: 'Accept-Encoding', value: 'gzip'}, {}, 'set-by-browser'],
    ['a client hint', {name: 'sec-ch-ua', value: 'x'}, {}, 'set-by-browser'],
    ['Sec-Fetch-Site', {name: 'Sec-Fetch-Site', value: 'cross-site'}, {}, 'set-by-browser'],
    ['a pseudo header', {name: ':authority', value: 'x'}, {}, 'set-by-browser'],
    ['Origin from the extension', {name: 'Origin', value: 'https://app.example.test'}, {}, 'kept'],
    ['Origin from the page', {name: 'Origin', value: 'https://a.test'}, {way: 'page'}, 'set-by-browser'],
    ['Referer from the extension', {name: 'referer', value: 'https://app.example.test/'}, {}, 'kept'],
    [
      'Cache-Control from the page',
      {name: 'Cache-Control', value: 'no-cache'},
      {way: 'page'},
      'set-by-browser',
    ],
    ['Cookie', {name: 'Cookie', value: null, secret: 'secret-2'}, {}, 'left-out'],
    [
      'Cookie, asked for',
      {name: 'Cookie', value: null, secret: 'secret-2'},
      {cookies: true},
      'set-by-browser',
    ],
    ['a key to its own origin', key, {}, 'kept'],
    ['a key to another origin', key, elsewhere, 'left-out'],
    ['a key to another port', key, {url: 'https://api.example.test:8443/api/track'}, 'left-out'],
    ['a key to its host without encryption', key, {url: 'http://api.example.test/api/track'}, 'left-out'],
    ['a key to another origin by choice', key, {...elsewhere, credentials: 'take-along'}, 'kept'],
    ['a key that the user leaves out', key, {credentials: 'leave-out'}, 'left-out'],
    ['a key that was forgotten', {name: 'Authorization', value: null}, {}, 'impossible'],
    ['a key that the user replaces', key, {headers: [{name: 'X-API-Key', secret: 'secret-9'}]}, 'replaced'],
    ['a key given in the clear', key, {headers: [{name: 'x-api-key', value: 'plain'}]}, 'impossible'],
    [
      'a header with a new value',
      {name: 'X-Trace', value: '1'},
      {headers: [{name: 'x-trace', value: '2'}]},
      'changed',
    ],
    [
      'a removed header',
      {name: 'X-Trace', value: '1'},
      {headers: [{name: 'x-trace', remove: true}]},
      'left-out',
    ],
    [
      'a forbidden header with a new value',
      {name: 'Host', value: 'a'},
      {headers: [{name: 'Host', value: 'b'}]},
      'impossible',
    ],
  ])('decides on %s', (_, header, more, outcome) => {
    expect(outcomeOf(header, more)).toBe(outcome);
  });

  it.each([
    ['imported', ['import'], 'Credentials are not imported.', 'The imported file does not contain its value'],
    ['captured', ['web-request'], 'its browser session ended', 'The browser did not show its value'],
  ] as const)('says why there is no value where the original was %s', (_, seenBy, credential, other) => {
    const headers = ['Authorization', 'X-Trace', 'Referer'].map((name) => ({name, value: null}));
    const {headerPlan} = plan(buildCaptured({headers, seenBy: [...seenBy]}));
    const reasons = headerPlan.slice(0, 3).map(({outcome, reason}) => `${outcome}: ${reason}`);
    expect(reasons).toEqual(
      [credential, other, other].map((words) => expect.stringMatching(new RegExp(`^impossible: .*${words}`))),
    );
  });

  it('leaves out a checksum of the body only when the body was edited', () => {
    const digest = {name: 'Content-MD5', value: 'abc'};
    expect([outcomeOf(digest), outcomeOf(digest, {}, '[1]')]).toEqual(['kept', 'left-out']);
  });

  it('keeps secrets as references in what is stored', () => {
    const {record} = plan(buildCaptured({headers: [key]}));
    expect(record.headers).toMatchObject({list: [key, {name: 'Origin'}]});
  });

  it('leaves the credential in the address at home when the target is another', () => {
    const url = `https://staging.example.test/api/track?a=1&writeKey=${buildReference('3')}&b=#x`;
    const {record, headerPlan} = plan(buildCaptured(), {url});
    expect(record.url).toBe('https://staging.example.test/api/track?a=1&b=#x');
    expect(headerPlan[0]).toMatchObject({name: '?writeKey', outcome: 'left-out'});
  });

  it.each<[string, CapturedHeader[], string, string, string]>([
    ['the Origin that we add', [], 'Origin', 'set-by-browser', 'the extension’s own'],
    [
      'the Origin of the original',
      [{name: 'Origin', value: 'https://app.example.test'}],
      'origin',
      'set-by-browser',
      'the extension’s own',
    ],
    ['a Referer', [{name: 'Referer', value: 'https://app.example.test/'}], 'Referer', 'left-out', 'removed'],
    ...['Accept', 'accept-language', 'Cache-Control', 'Pragma'].map(
      (name): [string, CapturedHeader[], string, string, string] => [
        `${name}, which every fetch gets`,
        [{name, value: 'mine'}],
        name,
        'set-by-browser',
        'The browser sends its own instead',
      ],
    ),
  ])('leaves out %s, and says what is sent then', (_, headers, name, outcome, reason) => {
    const {headerPlan, record} = plan(buildCaptured({headers}), {headers: [{name, remove: true}]});
    const found = headerPlan.filter((one) => one.name.toLowerCase() === name.toLowerCase());
    expect(found).toMatchObject([{outcome, sent: null, reason: expect.stringContaining(reason)}]);
    const sent = record.headers.state === 'unknown' ? [] : record.headers.list.map((header) => header.name);
    expect(sent.map((one) => one.toLowerCase())).not.toContain(name.toLowerCase());
  });

  it('sends another Origin than the one that we add', () => {
    const headers = [{name: 'Origin', value: 'https://other.test'}];
    const {headerPlan} = plan(buildCaptured({headers: []}), {headers});
    expect(headerPlan.filter(({name}) => name === 'Origin')).toMatchObject([
      {sent: {value: 'https://other.test'}},
    ]);
  });

  it('leaves out the Content-Type that a form would get', () => {
    const source = buildCaptured({body: {kind: 'form', fields: {a: ['1']}}, headers: []});
    const headers = [{name: 'Content-Type', remove: true}] as const;
    const {headerPlan} = plan(source, {headers});
    expect(headerPlan.find(({name}) => name === 'Content-Type')).toMatchObject({
      outcome: 'left-out',
      sent: null,
    });
  });

  it('speaks of the frame where a frame sends', () => {
    const origin = {...buildCaptured().origin, frameId: 4, documentUrl: 'https://widget.test/frame'};
    const {ways} = plan(buildCaptured({origin}));
    expect(ways.page.join(' ')).toContain('The frame’s CSP');
    expect(ways.page.join(' ')).not.toMatch(/top page|the page /);
  });

  it('gives the page’s Origin where it was not seen, and says so', () => {
    const added = plan(buildCaptured({headers: 'unknown'}));
    expect(added.headerPlan).toMatchObject([
      {name: 'Origin', outcome: 'added', sent: {value: 'https://app.example.test'}},
    ]);
    expect(added.notes.join()).toContain('The headers of the original were not captured');
  });

  it('writes a form anew, says that the bytes differ, and gives it the fitting type', () => {
    const source = buildCaptured({
      body: {kind: 'form', fields: {a: ['1', 'ü &'], b: ['']}},
      headers: [{name: 'Content-Type', value: 'multipart/form-data; boundary=x'}],
    });
    const {record, notes, headerPlan} = plan(source);
    expect(record.body).toEqual({kind: 'bytes', bytes: new TextEncoder().encode('a=1&a=%C3%BC+%26&b=')});
    expect(notes.join()).toContain('encoded again');
    expect(headerPlan[0]).toMatchObject({
      outcome: 'changed',
      sent: {value: 'application/x-www-form-urlencoded;charset=UTF-8'},
    });
  });

  it.each<[string, CapturedRequest, Partial<ReplayOptions>, RegExp]>([
    [
      'a Blob that could not be read',
      buildCaptured({body: {kind: 'missing', reason: 'blob'}}),
      {},
      /Blob.*cannot be sent again/,
    ],
    [
      'a body that is cut',
      buildCaptured({body: {kind: 'cut', bytes: new Uint8Array(3), reason: 'cut', size: 9}}),
      {},
      /first 3 of 9 bytes were captured/,
    ],
    ['a body with GET', buildCaptured({method: 'GET'}), {}, /do not send a body with GET/],
    ['TRACE', buildCaptured({method: 'trace'}), {}, /do not send TRACE/],
    ['another scheme', buildCaptured(), {url: 'file:///etc/passwd'}, /begin with https:/],
    ['no address', buildCaptured(), {url: 'nowhere'}, /is not a valid address/],
    ['an address that is not whole', buildCaptured({urlLength: 70_000}), {}, /70000 characters/],
  ])('refuses %s with a reason', (_, source, more, reason) => {
    expect(whyNot(source, more)).toMatch(reason);
  });

  it('sends a missing body once the user wrote one', () => {
    const source = buildCaptured({body: {kind: 'missing', reason: 'blob'}});
    expect(plan(source, {}, '[]').record.body.kind).toBe('bytes');
  });

  it('sends what was pasted, to a tab of its own', () => {
    const result = planReplay({
      source: null,
      draft: newDraft('[]'),
      options: {
        ...options,
        url: 'http://127.0.0.1:8080/api/track',
        tabId: 7,
        headers: [{name: 'A', value: 'b'}],
      },
    });
    expect(result).toMatchObject({
      ok: true,
      record: {
        method: 'POST',
        origin: {tabId: 7},
        replay: {sourceId: null},
        headers: {list: [{name: 'A', value: 'b'}]},
      },
    });
  });

  it.each([
    ['text/plain', false],
    ['Text/Plain; charset=UTF-8', false],
    ['application/x-www-form-urlencoded', false],
    ['multipart/form-data; boundary=x', false],
    ['text/plainer', true],
    ['application/json', true],
  ])('knows that a page needs no leave to send %s: %s', (value, isAsked) => {
    const {ways} = plan(buildCaptured({headers: [{name: 'content-type', value}]}), {way: 'page'});
    expect(ways.page.join().includes('send content-type (CORS preflight)')).toBe(isAsked);
    expect(ways.page.join()).toContain('has to allow the page');
  });

  it.each<[string, Partial<ReplayOptions>]>([
    ['the user enters', {headers: [{name: 'X-Trace', value: '3'}]}],
    ['the target requires', {mark: {name: 'X-Trace', value: '3'}}],
  ])('sends a value once that %s for a header that was sent twice', (_, options) => {
    const twice = ['x-trace', 'X-Trace'].map((name, at) => ({name, value: `${at}`}));
    const {record, headerPlan} = plan(buildCaptured({headers: twice}), options);
    expect(headerPlan.map(({outcome}) => outcome)).toEqual([expect.anything(), 'left-out', 'added']);
    expect(record.headers).toMatchObject({
      list: [{name: expect.stringMatching(/^x-trace$/i), value: '3'}, {name: 'Origin'}],
    });
    expect(plan(buildCaptured({headers: twice})).record.headers).toMatchObject({list: [...twice, {}]});
  });

  it.each([
    'https:/amy:pw@h.test/',
    'https:amy:pw@h.test/',
    'https:\\\\amy:pw@h.test/',
    'ht\ttps://amy:pw@h.test/',
    'https://\t/amy:pw@h.test/',
    'https://\n\\amy:pw@h.test/',
  ])('refuses an address that only a lenient parser reads: %s', (address) => {
    const draft = openDraft(buildCaptured());
    expect(planReplay({source: null, draft, options: {...options, url: address}})).toMatchObject({
      ok: false,
      reason: expect.stringContaining('not a valid address'),
    });
  });

  it('says that user and password in an address are not sent', () => {
    const {record, headerPlan} = plan(buildCaptured(), {
      url: 'https://amy:pw@api.example.test/api/track?a=@',
    });
    expect(record.url).toBe('https://api.example.test/api/track?a=@');
    expect(headerPlan[0]).toMatchObject({name: 'user and password in the address', outcome: 'left-out'});
  });

  it('is planned for a request whose own address is none', () => {
    const source = buildCaptured({url: 'nonsense', seenBy: ['web-request', 'import']});
    const {record, ways} = plan(source, {url: 'http://staging.example.test/api/track'});
    expect(record.url).toBe('http://staging.example.test/api/track');
    expect(ways.extension.join()).toContain('permission');
  });

  it('tells what speaks against each way', () => {
    const {ways} = plan(buildCaptured({headers: [key]}), elsewhere);
    expect(ways.extension.join()).toContain('permission for https://staging.example.test');
    expect(ways.page.join()).toMatch(/CSP.*CORS/s);
    expect(plan(buildCaptured()).ways.extension).toEqual([]);
  });
});

describe('the credentials that were given for a target', () => {
  const given = {
    ...elsewhere,
    targetCredentials: [
      {name: 'X-Api-Key', secret: 'secret-2'},
      {name: 'Authorization', secret: 'secret-3'},
    ],
  };
  const cookie: CapturedHeader = {name: 'KEY', value: null, secret: 'secret-9'};
  const source = buildCaptured({headers: [key, cookie]});

  it('go there by choice only, in place of all that were captured', () => {
    const sent = (more: Partial<ReplayOptions>) => JSON.stringify(plan(source, {...given, ...more}).record);
    expect(sent({})).not.toMatch(/secret-/);
    const {record, headerPlan} = plan(source, {...given, credentials: 'of-target'});
    expect(record.headers).toMatchObject({
      list: expect.arrayContaining([
        {name: 'x-api-key', value: null, secret: 'secret-2'},
        {name: 'Authorization', value: null, secret: 'secret-3'},
      ]),
    });
    expect(JSON.stringify(record)).not.toMatch(/secret-[19]/);
    const decisions = headerPlan.map(({name, outcome, reason}) => `${name} ${outcome}: ${reason}`);
    expect(decisions).toContain('x-api-key replaced: The credential that you entered for this target.');
    expect(decisions).toContain('Authorization added: The credential that you entered for this target.');
    expect(decisions).toContain(
      'KEY left-out: You chose the credentials that you entered for this target instead.',
    );
  });

  it('come behind what was decided about a single header', () => {
    const headers = [{name: 'x-api-key', remove: true} as const];
    const {record} = plan(source, {...given, credentials: 'of-target', headers});
    expect(JSON.stringify(record)).not.toContain('secret-2');
  });
});
