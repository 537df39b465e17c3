import {gzipSync, zlibSync} from 'fflate';
import {describe, expect, it} from 'vitest';
import {toBase64} from '../bytes/to-base64';
import {bytesOf} from '../capture/build-observation';
import type {CapturedHeaders, CapturedRequest} from '../capture/captured-request';
import {undoContentEncoding} from '../decode/undo-content-encoding';
import {buildCaptured} from '../replay/build-captured';
import {secretsOfHeaders, withoutSecretValues} from './header-secrets';
import {looksLikeToken} from './looks-like-token';
import {maskBytes} from './mask-body';
import {maskText} from './mask-text';
import {isSecretHeader, isSecretMember, isSecretParameter} from './secret-names';
import {MAX_SECRETS_IN_URL, maskUrl, secretsOfUrl, withoutUrlSecrets} from './url-secrets';
import {withoutCredentials} from './without-credentials';

/** Each is a credential wherever it appears. */
const everywhere = [
  ...[
    'Authorization',
    'Cookie',
    'Set-Cookie',
    'Proxy-Authorization',
    'x-api-key',
    'api_key',
    'apiKey',
    'API-KEY',
  ],
  ...[
    'X-Write-Key',
    'writeKey',
    'WriteKey',
    'write_key',
    'access_token',
    'accessToken',
    'refresh_token',
    'id_token',
  ],
  ...[
    'client_secret',
    'secret',
    'secret_key',
    'password',
    'passwd',
    'newPassword',
    'user[password]',
    'auth_token',
    'jwt',
  ],
  ...[
    'x-goog-api-key',
    'x-amz-security-token',
    'X-Amz-Signature',
    'X-Amz-Credential',
    'Ocp-Apim-Subscription-Key',
  ],
  ...[
    'x-functions-key',
    'CF-Access-Client-Secret',
    'Cf-Access-Jwt-Assertion',
    'X-Shopify-Access-Token',
    'PRIVATE-TOKEN',
  ],
  ...[
    'DD-API-KEY',
    'DD-APPLICATION-KEY',
    'X-Honeycomb-Team',
    'Fastly-Key',
    'X-RapidAPI-Key',
    'X-Vault-Token',
    'apikey',
  ],
  ...[
    'X-CSRF-Token',
    'X-XSRF-TOKEN',
    'authenticity_token',
    'SAMLRequest',
    'SAMLResponse',
    'assertion',
    'code_verifier',
  ],
  ...[
    'x-hasura-admin-secret',
    'X-Parse-REST-API-Key',
    'DPoP',
    'x-session-id',
    'x-session-token',
    'PHPSESSID',
    'token',
  ],
];

/** Everyday words in an event, credentials in an address. Most are Cloudflare's. */
const inAddresses = [
  'key',
  'KEY',
  'code',
  'state',
  'auth',
  'challenge',
  'email',
  'client_id',
  'appID',
  'session_id',
];

const neverSecret = [
  ...['Access-Control-Allow-Credentials', 'Access-Control-Expose-Token'],
  ...[
    'Content-Type',
    'Origin',
    'X-Retry-Count',
    'group_id',
    'keyword',
    'keys',
    'Idempotency-Key',
    'primary_key',
  ],
  ...[
    'page_token',
    'nextToken',
    'event_name',
    'user_id',
    'monkey',
    'turkey',
    'Accept',
    'sort_key',
    '%',
    '[]',
    '',
  ],
];

describe('the one list of names', () => {
  it.each(everywhere)('%s is a credential in each place', (name) => {
    expect([isSecretHeader(name), isSecretParameter(name), isSecretMember(name)]).toEqual([true, true, true]);
  });

  it.each(inAddresses)('%s is one in a header or address, in a body by its value only', (name) => {
    expect([isSecretHeader(name), isSecretParameter(name), isSecretMember(name)]).toEqual([
      true,
      true,
      'sometimes',
    ]);
  });

  it.each(neverSecret)('%j is none', (name) => {
    expect([isSecretHeader(name), isSecretParameter(name), isSecretMember(name)]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('reads the percent-encoding of a parameter', () => {
    expect(isSecretParameter('access%5Ftoken')).toBe(true);
    expect(isSecretParameter('%zz')).toBe(false);
  });
});

const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const tokens = [
  jwt,
  'ghp_16C7e42F292c6912E7710c838347Ae178B4a',
  'sk_live_4eC39HqLyjWDarjtT1zdp7dc',
  'AKIAIOSFODNN7EXAMPLE',
  'xoxb-123456789012-abcdefABCDEF',
  'glpat-12345678901234567890',
];

describe('values that look like tokens', () => {
  it.each(tokens)('%s', (token) => {
    expect(looksLikeToken(token)).toBe(true);
    const value = `a ${token} b`;
    expect(maskText(JSON.stringify({note: value, plain: token}))).toBe(
      '{"note":"a MASKED b","plain":"MASKED"}',
    );
    expect(maskUrl(`https://a.test/p?x=${token}#y=${token}`)).toBe('https://a.test/p?x=MASKED#y=MASKED');
    expect(maskUrl(`https://a.test/p/${token}/q`)).toBe('https://a.test/p/MASKED/q');
    expect(secretsOfHeaders([{name: 'X-Other', value: `Bearer ${token}`}])).toHaveLength(1);
  });

  it.each([
    '550e8400-e29b-41d4-a716-446655440000',
    'a.long.name.of.a.feature.flag',
    'ask_live_audience_something',
  ])('%s is none', (word) => expect(looksLikeToken(word)).toBe(false));
});

describe('an address', () => {
  const url = 'https://api.example.test/api/track?a=%20&api_key=k%2F1&flag&token=#part?keyword=no';

  it('has its credentials replaced, and every other character left', () => {
    expect(secretsOfUrl(url)).toEqual(['k%2F1']);
    expect(withoutUrlSecrets(url, new Map([['k%2F1', 'secret-1']]))).toBe(
      'https://api.example.test/api/track?a=%20&api_key=secret-1&flag&token=#part?keyword=no',
    );
    expect(withoutUrlSecrets(url)).not.toContain('k%2F1');
  });

  it.each([
    ['https://amy:geheim@h.test/api/track', 'https://MASKED@h.test/api/track'],
    ['https://amy@h.test/', 'https://MASKED@h.test/'],
    ['https://a@b:c@h.test/', 'https://MASKED@h.test/'],
    ['https://a.test/?refresh_token=r&x=1', 'https://a.test/?refresh_token=MASKED&x=1'],
    ['https://a.test/#access_token=t&state=1', 'https://a.test/#access_token=MASKED&state=MASKED'],
    ['https://a.test/#/route?token=t', 'https://a.test/#/route?token=MASKED'],
    ['https://a.test/p;jsessionid=AB12/q', 'https://a.test/p;jsessionid=MASKED/q'],
    ['https://a.test/?next=https%3A%2F%2Fb.test%2F%3Ftoken%3Dt', 'https://a.test/?next=MASKED'],
    ['https://a.test/?next=https://u:p@b.test/', 'https://a.test/?next=MASKED'],
    ['https://a.test/?a=1;token=t', 'https://a.test/?a=MASKED'],
    ['https://a.test/?token=secret-1', 'https://a.test/?token=MASKED'],
    ['https://a.test/secret-santa?q=secret-sauce', 'https://a.test/secret-santa?q=secret-sauce'],
    ['https://a.test/b', 'https://a.test/b'],
    ['https://a.test/token/geheim-7f3a/b', 'https://a.test/token/MASKED/b'],
    ['https://a.test/api_key=geheim/b', 'https://a.test/api_key=MASKED/b'],
    [
      'https://a.test/reset-password/550e8400-e29b-41d4-a716-446655440000',
      'https://a.test/reset-password/MASKED',
    ],
    [
      'https://a.test/password/reset?next=/token/refresh',
      'https://a.test/password/reset?next=/token/refresh',
    ],
    ['https://a.test/#/invite/token/geheim-7f3a', 'https://a.test/#/invite/token/MASKED'],
    ['https://a.test/?data=%7B%22token%22%3A%22t%22%7D', 'https://a.test/?data=MASKED'],
    [
      `https://a.test/?data=${encodeURIComponent('{"a":"{\\"token\\":\\"t\\"}"}')}`,
      'https://a.test/?data=MASKED',
    ],
    [
      'https://a.test/?data=%7B%22plan%22%3A%22pro%22%7D',
      'https://a.test/?data=%7B%22plan%22%3A%22pro%22%7D',
    ],
    [`https://a.test/?data=${btoa('{"token":"geheim"}')}`, 'https://a.test/?data=MASKED'],
    ['https://a.test/?h=x-api-key%3A+geheim&a=10:20', 'https://a.test/?h=MASKED&a=10:20'],
    ['//u:p@a.test/', '//MASKED@a.test/'],
    ['https://a.test/#/invite/token/geheim-7f3a?a=1', 'https://a.test/#/invite/token/MASKED?a=1'],
    ['https://a.test/#/verify/eyJhbGciOiJI.eyJzdWIiOiIx.c2ln?a=1', 'https://a.test/#/verify/MASKED?a=1'],
    ['https://a.test/token/geheim-7f3a;v=1', 'https://a.test/token/MASKED;v=1'],
    ['https://a.test/?h=Bearer%20eyJhbGciOiJI.eyJzdWIiOiIx.c2ln&a=1', 'https://a.test/?h=MASKED&a=1'],
    [`https://a.test/v=secret-${'0'.repeat(32)}`, 'https://a.test/v=MASKED'],
  ])('%s reads %s', (before, masked) => expect(maskUrl(before)).toBe(masked));

  it('finds one in Base64 of a pixel whose plus signs were not encoded', () => {
    const data = toBase64(new TextEncoder().encode('{"a":"~~~>>>ûï¾","writeKey":"k"}'));
    expect(data).toContain('+');
    expect(secretsOfUrl(`https://api.segment.io/v1/pixel/group?data=${data}`)).toEqual([data]);
  });

  it('hides a page’s own text that looks like a reference of ours', () => {
    const forged = `secret-${'0'.repeat(32)}`;
    expect(secretsOfUrl(`https://a.test/?x=${forged}`)).toEqual([forged]);
  });

  it.each([
    [
      '20,000 tokens',
      `https://a.test/?${Array.from({length: 20_000}, (_, at) => `token=${at}x${at}`).join('&')}`,
    ],
    ['30,000 parameters', `https://a.test/?${Array.from({length: 30_000}, (_, at) => `k${at}=v`).join('&')}`],
    ['1 MB of @', `https://${'@'.repeat(1_000_000)}/?a=1`],
    ['1 MB of colons and slashes', `${'://'.repeat(300_000)}?a=1`],
    ['1 MB of percent signs', `https://a.test/?a=${'%25'.repeat(300_000)}=&${'%'.repeat(100_000)}=1`],
    ['1 MB of dots', `https://a.test/${'.'.repeat(1_000_000)}?a=1`],
    ['a path of 30,000 segments', `https://a.test${'/token/a1b2c3d4'.repeat(30_000)}`],
    ['a parameter of 30,000 names', `https://a.test/?a=${'%22a%22:1,'.repeat(30_000)}`],
    ['30,000 routes', `https://a.test/${'#/'.repeat(30_000)}`],
    ['a path of 30,000 parameters', `https://a.test/p${';a=b'.repeat(30_000)}`],
  ])('costs time in proportion to its length: %s', (_, long) => {
    const start = performance.now();
    expect(secretsOfUrl(long).length).toBeLessThanOrEqual(MAX_SECRETS_IN_URL);
    expect(withoutUrlSecrets(long).length).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(Math.max(5_000, long.length / 100));
  });

  it('never keeps a credential beyond those it counts', () => {
    const many = Array.from({length: 200}, (_, at) => `token=value${at}`).join('&');
    const references = new Map(secretsOfUrl(`https://a.test/?${many}`).map((value) => [value, 'secret-1']));
    expect(withoutUrlSecrets(`https://a.test/?${many}`, references)).not.toContain('value');
  });
});

describe('headers', () => {
  it('are replaced by their references', () => {
    const headers = [
      {name: 'Authorization', value: 'Bearer t'},
      {name: 'Accept', value: '*/*'},
    ];
    expect(secretsOfHeaders(headers)).toEqual(['Bearer t']);
    expect(withoutSecretValues(headers, new Map([['Bearer t', 'secret-2']]))).toMatchObject([
      {name: 'Authorization', value: null, secret: 'secret-2'},
      {name: 'Accept', value: '*/*'},
    ]);
  });

  it('are taken for credentials as a whole where they are an address with one in it', () => {
    const headers = [
      {name: 'Location', value: 'https://a.test/?token=t'},
      {name: 'Referer', value: 'https://u:p@a.test/'},
      {name: 'Referer', value: 'https://a.test/?page=1'},
    ];
    expect(secretsOfHeaders(headers)).toEqual(['https://a.test/?token=t', 'https://u:p@a.test/']);
  });

  it.each([
    ['HX-Current-URL', 'https://app.example.test/?token=t'],
    ['X-Original-URL', '/a?api_key=t'],
    ['Via', '1.1 https://amy:geheim@proxy.test'],
    ['Content-Disposition', 'inline; filename="https://a.test/?token=t"'],
    ['X-Context', '{"token":"t"}'],
    ['X-Base64', btoa('{"a":1,"token":"t"}')],
    ['Baggage', 'plan=pro,token=t'],
    ['X-Auth', 'Bearer geheim-7f3a'],
    ['X-Original-URL', 'https%3A%2F%2Fa.test%2F%3Ftoken%3Dt'],
    ['Authentication-Info', 'nextnonce="geheim-7f3a"'],
    ['Sec-WebSocket-Protocol', 'access_token, eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl'],
  ])('are credentials where one is anywhere in their value: %s: %s', (name, value) => {
    expect(secretsOfHeaders([{name, value}])).toEqual([value]);
  });

  it.each([
    ['Accept', 'text/html;q=0.9,*/*;q=0.8'],
    ['X-Original-URL', 'https%3A%2F%2Fa.test%2F%3Fpage%3D1'],
    ['Content-Type', 'multipart/form-data; boundary=----WebKitFormBoundary7MA4YWxkTrZu0gW'],
    ['Cache-Control', 'max-age=0, must-revalidate'],
    ['Strict-Transport-Security', 'max-age=31536000; includeSubDomains'],
    ['Content-Security-Policy', "script-src 'nonce-abc123' https://a.test; report-uri https://a.test/?id=1"],
    ['Traceparent', '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'],
    ['Sec-CH-UA', '"Chromium";v="140", "Not=A?Brand";v="24"'],
    ['WWW-Authenticate', 'Bearer realm="a", error="invalid_token"'],
    ['Server-Timing', 'db;dur=53, app;desc="state=open"'],
    ['HX-Current-URL', 'https://app.example.test/?state=CA&page=1'],
  ])('are none: %s: %s', (name, value) => expect(secretsOfHeaders([{name, value}])).toEqual([]));

  it('never let a value through that could not be kept', () => {
    expect(withoutSecretValues([{name: 'KEY', value: 'k'}], new Map())).toMatchObject([
      {name: 'KEY', value: null},
    ]);
  });
});

const S = 'geheim-7f3a';

/** Each contains the secret once, and the expected result follows. */
const bodies: [string, string, string][] = [
  [
    'a member',
    `{"writeKey" : "${S}", "n": 12345678901234567890}`,
    '{"writeKey" : "MASKED", "n": 12345678901234567890}',
  ],
  ['an escaped name', `{"write\\u004bey":"${S}"}`, '{"write\\u004bey":"MASKED"}'],
  ['an escaped value', `{"api_key":"${S}\\"x"}`, '{"api_key":"MASKED"}'],
  ['a number', '{"password":73219,"a":1}', '{"password":"MASKED","a":1}'],
  ['a number under the name of one', '{"token":1500,"otp":123456}', '{"token":"MASKED","otp":"MASKED"}'],
  ['a text under the name of many', '{"tokens":"1500","a":1}', '{"tokens":"MASKED","a":1}'],
  ['a number too long to count', '{"tokens":1234567890123}', '{"tokens":"MASKED"}'],
  ['a list', `{"tokens":["${S}",{"a":1}],"b":[]}`, '{"tokens":"MASKED","b":[]}'],
  ['an object', `{"credentials":{"user":"u","pin":"${S}"}}`, '{"credentials":"MASKED"}'],
  [
    'JSON in a string',
    `{"data":"{\\"token\\":\\"${S}\\",\\"a\\":1}"}`,
    '{"data":"{\\"token\\":\\"MASKED\\",\\"a\\":1}"}',
  ],
  [
    'JSON in JSON in JSON',
    JSON.stringify({a: JSON.stringify({b: JSON.stringify({secret: S})})}),
    JSON.stringify({a: JSON.stringify({b: JSON.stringify({secret: 'MASKED'})})}),
  ],
  [
    'an argument of GraphQL',
    `{"query":"{login(password:\\"${S}\\"){id}}"}`,
    '{"query":"{login(password:\\"MASKED\\"){id}}"}',
  ],
  ['a line of TOML', `user = "a"\npassword = "${S}"\n`, 'user = "a"\npassword = "MASKED"\n'],
  [
    'a part with a name without quotes',
    `--b\r\nContent-Disposition: form-data; name=password\r\n\r\n${S}\r\n--b--`,
    '--b\r\nContent-Disposition: form-data; name=password\r\n\r\nMASKED\r\n--b--',
  ],
  [
    'a part with a line like a boundary',
    `--b\nContent-Disposition: form-data; name="secret"\n\nx\n--${S}\n--b--`,
    '--b\nContent-Disposition: form-data; name="secret"\n\nMASKED\n--b--',
  ],
  ['a form', `a=1&client_secret=${S}&b=2`, 'a=1&client_secret=MASKED&b=2'],
  ['a form with an encoded name', `access%5Ftoken=${S}`, 'access%5Ftoken=MASKED'],
  [
    'JSON in a form',
    `data=${encodeURIComponent(`{"jwt":"${S}"}`)}`,
    `data=${encodeURIComponent('{"jwt":"MASKED"}')}`,
  ],
  [
    'JSON as Base64 in lines',
    btoa(`[{"token":"${S}"}]`).replace(/.{8}/g, '$&\n'),
    btoa('[{"token":"MASKED"}]'),
  ],
  ['JSON as Base64', btoa(`[{"token":"${S}"}]`), btoa('[{"token":"MASKED"}]')],
  [
    'JSON that is percent-encoded',
    encodeURIComponent(`[{"token":"${S}"}]`),
    encodeURIComponent('[{"token":"MASKED"}]'),
  ],
  [
    'Base64 in a form',
    `data=${encodeURIComponent(btoa(`{"jwt":"${S}"}`))}`,
    `data=${encodeURIComponent(btoa('{"jwt":"MASKED"}'))}`,
  ],
  [
    'Base64 in a form, not encoded',
    `data=${toBase64(new TextEncoder().encode(`{"a":"~~~>>>ûï¾","jwt":"${S}"}`))}`,
    `data=${encodeURIComponent(toBase64(new TextEncoder().encode('{"a":"~~~>>>ûï¾","jwt":"MASKED"}')))}`,
  ],
  [
    'Base64 in a string',
    JSON.stringify({a: btoa(`{"jwt":"${S}"}`)}),
    JSON.stringify({a: btoa('{"jwt":"MASKED"}')}),
  ],
  ['names without quotes', `[{token: "${S}", a: 1}]`, '[{token: "MASKED", a: 1}]'],
  ['single quotes', `{'a': 'b', 'writeKey':'${S}'}`, `{'a': 'b', 'writeKey':'MASKED'}`],
  ['a form in a string', `{"q":"a=1&password=${S}"}`, '{"q":"a=1&password=MASKED"}'],
  ['broken JSON', `{"a":1,,"auth_token":"${S}"`, '{"a":1,,"auth_token":"MASKED"'],
  ['JSON that was cut', `{"refresh_token":"${S}`, '{"refresh_token":"MASKED"'],
  ['text around JSON', `ok {"secret":"${S}"} done`, 'ok {"secret":"MASKED"} done'],
  ['a list of JSON lines', `{"a":1}\n{"token":"${S}"}\n`, '{"a":1}\n{"token":"MASKED"}\n'],
  [
    'an everyday name with a random value',
    '{"code":"4/0AX4XfWh9aB3cD7eF5gH1","state":"CA"}',
    '{"code":"MASKED","state":"CA"}',
  ],
  [
    'a bearer in text',
    `{"log":"sent Authorization: Bearer ${S}"}`,
    '{"log":"sent Authorization: Bearer MASKED"}',
  ],
  [
    'multipart',
    `--b\r\nContent-Disposition: form-data; name="token"\r\n\r\n${S}\r\n--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--b--\r\n`,
    '--b\r\nContent-Disposition: form-data; name="token"\r\n\r\nMASKED\r\n--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--b--\r\n',
  ],
  ['an element of XML', `<r><token>${S}</token><a>1</a></r>`, '<r><token>MASKED</token><a>1</a></r>'],
  [
    'an element with a namespace and attributes',
    `<w:Password Type="#t">${S}</w:Password>`,
    '<w:Password Type="#t">MASKED</w:Password>',
  ],
  [
    'an element with elements',
    `<credentials><pin>${S}</pin></credentials>`,
    '<credentials>MASKED</credentials>',
  ],
  ['CDATA', `<jwt><![CDATA[${S}]]></jwt>`, '<jwt>MASKED</jwt>'],
  ['XML that was cut', `<a/><secret>${S}`, '<a/><secret>MASKED'],
  ['an attribute', `<call apiKey="${S}" b='1'/>`, `<call apiKey="MASKED" b='1'/>`],
  [
    'an attribute that names another',
    `<add key="ApiKey" value='${S}'/>`,
    `<add key="ApiKey" value='MASKED'/>`,
  ],
  [
    'a field of a page',
    `<input type="hidden" name="csrf_token" value="${S}">`,
    '<input type="hidden" name="csrf_token" value="MASKED">',
  ],
  ['XML in a string', `{"xml":"<token>${S}</token>"}`, '{"xml":"<token>MASKED</token>"}'],
  ['a line of YAML', `a: 1\ntoken: ${S}\nb: 2`, 'a: 1\ntoken: MASKED\nb: 2'],
  ['a list of YAML', `- token: '${S}'\n- a: 1`, "- token: 'MASKED'\n- a: 1"],
  ['a passphrase of YAML', 'user: amy\npassphrase: correct horse\n', 'user: amy\npassphrase: MASKED\n'],
  ['a block of YAML', `private_key: |\n  ${S}\n  more\nb: 1`, 'private_key: MASKED\nb: 1'],
  ['a mapping of YAML', `a:\n  secret:\n    pin: ${S}\n\n  b: 1`, 'a:\n  secret: MASKED\n\n  b: 1'],
  ['a flow of YAML', `{token: ${S}, a: 1}`, '{token: MASKED, a: 1}'],
  ['headers', `Accept: a\r\nx-api-key: ${S}\r\n`, 'Accept: a\r\nx-api-key: MASKED\r\n'],
  ['a line in a string', `{"log":"password: ${S}"}`, '{"log":"password: MASKED"}'],
  ['settings', `A=1\nAPI_KEY=${S}\n`, 'A=1\nAPI_KEY=MASKED\n'],
  ['cookies', `theme=dark; session_token=${S}`, 'theme=dark; session_token=MASKED'],
  ['a line of a log', `{"m":"level=info token=${S} n=1"}`, '{"m":"level=info token=MASKED n=1"}'],
  [
    'a name beside its value',
    `[{"name":"x-api-key", "value":"${S}"},{"name":"a","value":"b"}]`,
    '[{"name":"x-api-key", "value":"MASKED"},{"name":"a","value":"b"}]',
  ],
  ['the login of an address', `{"url":"https://amy:${S}@h.test/a"}`, '{"url":"https://MASKED@h.test/a"}'],
  [
    'an address in words',
    `GET https://h.test/a?api_key=${S}&b=1 failed`,
    'GET https://h.test/a?api_key=MASKED&b=1 failed',
  ],
  [
    'the code of an address',
    '{"url":"https://h.test/cb?code=4/0AX4XfWh9aB3cD7eF5gH1&state=CA"}',
    '{"url":"https://h.test/cb?code=MASKED&state=CA"}',
  ],
  [
    'a private key',
    `{"pem":"-----BEGIN RSA PRIVATE KEY-----\\n${S}\\n-----END RSA PRIVATE KEY-----\\n"}`,
    '{"pem":"MASKED\\n"}',
  ],
];

const pairedBodies: [string, string, string][] = [
  ['a pair of name and value', `[["a","b"],["x-api-key", "${S}"]]`, '[["a","b"],["x-api-key", "MASKED"]]'],
  [
    'a list of names and values',
    `{"rawHeaders":["Accept","*/*","Authorization","Bearer ${S}","a","b"]}`,
    '{"rawHeaders":["Accept","*/*","Authorization","MASKED","a","b"]}',
  ],
  ['a pair that was cut', `["cookie","a=${S}`, '["cookie","MASKED"'],
  ['an escaped pair', `{"h":"[\\"x-api-key\\",\\"${S}\\"]"}`, '{"h":"[\\"x-api-key\\",\\"MASKED\\"]"}'],
  [
    'an encoded address',
    `{"back":"https%3A%2F%2Fh.test%2F%3Ftoken%3D${S}"}`,
    '{"back":"https%3A%2F%2Fh.test%2F%3Ftoken%3DMASKED"}',
  ],
  [
    'an address that is encoded twice',
    `{"back":"https%253A%252F%252Fh.test%252F%253Ftoken%253D${S}"}`,
    '{"back":"https%253A%252F%252Fh.test%252F%253Ftoken%253DMASKED"}',
  ],
  [
    'a part with an encoded name',
    `--b\r\nContent-Disposition: form-data; name*=UTF-8''token\r\n\r\n${S}\r\n--b--`,
    "--b\r\nContent-Disposition: form-data; name*=UTF-8''token\r\n\r\nMASKED\r\n--b--",
  ],
  [
    'a header of a command',
    `{"m":"curl -H 'x-api-key: ${S}' -H \\"cookie: a=${S}\\" https://h.test/"}`,
    `{"m":"curl -H 'x-api-key: MASKED' -H \\"cookie: MASKED\\" https://h.test/"}`,
  ],
  [
    'the login of a command',
    `{"m":"curl -u 'amy:${S}' --user amy:${S} https://h.test/"}`,
    `{"m":"curl -u 'amy:MASKED' --user amy:MASKED https://h.test/"}`,
  ],
];

const harmlessBodies = [
  '{"required":["password","email"],"list":[["token","name"],["secret"],["token",1]]}',
  '{"back":"https%3A%2F%2Fh.test%2F%3Fpage%3D1","n":"100%3d"}',
  `{"m":"it's 'a note: here' and 'password: S1'"}`,
  '{"message":"token: is missing","hint":"Password: required."}',
  '{"page":{"url":"https://h.test/a?state=CA&key=theme&email=amy@a.test"}}',
  '{"a":"<token>","b":"</token>"}',
  '[{"name":"plan","value":"pro"},{"key":"state","value":"CA"}]',
  '{"name":"token","a":1,"value":"x"}',
  '<html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>',
  'event: sign_up\nproperties:\n  plan: pro\n  state: CA\n',
  'token:\ncount: 1',
  '<token/><token></token><a b="1">x</a>',
  'if (a < b && c > d) { x = 1; }',
  '[{"event_name":"sign_up","user_id":"u-1","properties":{"plan":"pro","state":"CA","key":"theme","email":"amy@a.test"}}]',
  '{"token":"","password":null}',
  '{"tokens":1500,"usage":{"max_tokens":-1,"total_tokens":1500,"token_count":3,"user.tokens" : 0.5\n}}',
  '{"cookies":3,"credentials":true,"userCredentials":2}',
  '{tokens: 1500, cookies: 3}',
  'a=1&b=2',
  '{"label":"{my token:","b":"x, secret: \'y\'"}',
  btoa('[{"event_name":"sign_up"}]'),
  "{a: 1, token: ''}",
  'plain words, nothing else',
  '',
];

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const utf16 = (text: string, isLittle: boolean) =>
  Uint8Array.from(
    [...`\uFEFF${text}`].flatMap((char) => {
      const code = char.charCodeAt(0);
      return isLittle ? [code & 255, code >> 8] : [code >> 8, code & 255];
    }),
  );

bodies.push(...pairedBodies);

describe('the text of a body or an answer', () => {
  it.each(bodies)('is masked: %s', (_, text, masked) => expect(maskText(text)).toBe(masked));
  it.each(harmlessBodies)('%j stays as it is', (text) => expect(maskText(text)).toBe(text));

  it.each(bodies.filter(([, text]) => isJson(text)))('is valid JSON as before: %s', (_, text) => {
    expect(isJson(maskText(text))).toBe(true);
  });

  it('is masked in bytes that are no text, and every other byte stays', () => {
    const bytes = Uint8Array.from([0xff, 0x80, ...new TextEncoder().encode(`{"token":"${S}"}`), 0x9f, 0]);
    const expected = Uint8Array.from([
      0xff,
      0x80,
      ...new TextEncoder().encode('{"token":"MASKED"}'),
      0x9f,
      0,
    ]);
    expect(maskBytes(bytes)).toEqual(expected);
  });

  it.each([
    ['quotes', '"'.repeat(1_000_000)],
    ['backslashes', `"${'\\'.repeat(1_000_000)}"`],
    ['escaped quotes', `"${'\\"'.repeat(500_000)}"`],
    ['brackets', '['.repeat(1_000_000)],
    ['a key of 12 MB', `{"writeKey":"${'k'.repeat(12_000_000)}"}`],
    ['half a token', 'eyJ'.repeat(300_000)],
    ['points', 'eyJ.'.repeat(250_000)],
    ['Bearer', 'Bearer '.repeat(140_000)],
    ['equals signs', '='.repeat(1_000_000)],
    ['ampersands', 'a&'.repeat(500_000)],
    ['boundaries', 'form-data\r\n--'.repeat(80_000)],
    ['secrets in secrets', '{"token":{"token":'.repeat(50_000)],
    ['tags', '<token>'.repeat(150_000)],
    ['tags that are closed', '<token>x</token>'.repeat(60_000)],
    ['tags of many names', Array.from({length: 60_000}, (_, at) => `<token${at % 3}x${at}>`).join('')],
    ['attributes', `<a ${'name="token" value="x" '.repeat(50_000)}`],
    ['lines', 'token: x\n'.repeat(100_000)],
    ['lines that are indented', `token:\n${'  a: b\n'.repeat(150_000)}`],
    ['list marks', '- '.repeat(500_000)],
    ['pairs', ' token=a'.repeat(125_000)],
    ['names without end', `a: 1\n${'a.b-'.repeat(250_000)}`],
    ['private keys', '-----BEGIN PRIVATE KEY-----'.repeat(40_000)],
    ['addresses', 'a://'.repeat(250_000)],
    ['encoded equals signs', '%3D'.repeat(300_000)],
    ['a list of names', `[${'"token",'.repeat(125_000)}`],
    ['commands', `curl ${"'a: ".repeat(250_000)}`],
    ['logins', `curl ${' -u a'.repeat(200_000)}`],
    ['strings of strings', JSON.stringify(JSON.stringify(JSON.stringify('"='.repeat(50_000))))],
  ])('takes time in proportion to its length: %s', (_, text) => {
    const start = performance.now();
    expect(maskText(text).length).toBeGreaterThan(0);
    // Non-linear code takes tens of seconds; on a busy machine linear code is several times slower.
    expect(performance.now() - start).toBeLessThan(Math.max(5_000, text.length / 1_000));
  });
});

describe('what outlives its session', () => {
  const encoding = (value: string): CapturedHeaders => ({
    state: 'known',
    list: [{name: 'Content-Encoding', value}],
  });

  function kept(parts: Parameters<typeof buildCaptured>[0]): CapturedRequest {
    const cleaned = withoutCredentials(buildCaptured(parts));
    if (cleaned === null) throw new Error('It was not cleaned.');
    return cleaned;
  }

  const answered = {
    state: 'answered',
    status: 200,
    statusText: 'OK',
    headers: {state: 'known', list: []},
    endedAt: null,
  } as const;

  it('keeps the names of credentials and nothing that leads to their values', () => {
    const request = kept({
      url: `https://u:${S}@api.example.test/v1/batch?key=secret-abc&refresh_token=${S}`,
      headers: [{name: 'Authorization', value: null, secret: 'secret-1'}],
      origin: {...buildCaptured().origin, pageUrl: `https://a:${S}@b.test/?token=${S}`},
      outcome: {
        state: 'answered',
        status: 200,
        statusText: 'OK',
        headers: {state: 'known', list: [{name: 'Set-Cookie', value: null, secret: 'secret-2'}]},
        body: {kind: 'text', text: `{"access_token":"${S}"}`},
        endedAt: null,
      },
    });
    expect(request).toMatchObject({
      url: 'https://secret-forgotten@api.example.test/v1/batch?key=secret-forgotten&refresh_token=secret-forgotten',
      headers: {state: 'redacted', list: [{name: 'Authorization', value: null}]},
    });
    expect(JSON.stringify(request)).not.toMatch(/geheim|secret-(?:abc|1|2)/);
  });

  it.each<[string, CapturedRequest['outcome']]>([
    ['why it failed', {state: 'failed', error: `https://a:${S}@b.test/`, endedAt: null}],
    ['why its end is not known', {state: 'unknown', reason: `https://a:${S}@b.test/`}],
  ])('has no credential in the reason: %s', (_, outcome) => {
    expect(JSON.stringify(kept({outcome}).outcome)).toContain('https://MASKED@b.test/');
  });

  for (const [name, text, masked] of bodies) {
    it.each<[string, Uint8Array, string]>([
      ['plain', new TextEncoder().encode(text), 'identity'],
      ['in gzip', gzipSync(new TextEncoder().encode(text)), 'gzip'],
      ['in deflate', zlibSync(new TextEncoder().encode(text)), 'deflate'],
      ['in gzip within gzip', gzipSync(gzipSync(new TextEncoder().encode(text))), 'gzip, gzip'],
    ])(`${name} %s is cleaned, and its encoding stays true`, (_, bytes, header) => {
      const headers = encoding(header);
      const {body} = kept({
        headers: headers.state === 'known' ? headers.list : [],
        body: Uint8Array.from(bytes),
      });
      const plain = body.kind === 'bytes' ? undoContentEncoding(body.bytes, headers, false) : null;
      expect(plain?.findings).toEqual([]);
      expect(new TextDecoder().decode(plain?.bytes ?? undefined)).toBe(masked);
    });
  }

  it.each([true, false])('UTF-16 is cleaned in UTF-16 (little-endian: %s)', (isLittle) => {
    expect(kept({body: utf16(`{"token":"${S}"}`, isLittle)}).body).toMatchObject({
      bytes: utf16('{"token":"MASKED"}', isLittle),
    });
  });

  it.each([true, false])('UTF-16 that was cut inside a character is too (little-endian: %s)', (isLittle) => {
    const cut = (text: string) => Uint8Array.of(...utf16(text, isLittle), 0x41);
    expect(kept({body: cut(`{"token":"${S}"}`)}).body).toMatchObject({bytes: cut('{"token":"MASKED"}')});
  });

  it('the type of a response is', () => {
    const answer = {...answered, body: {kind: 'text', text: '', mimeType: `text/plain; token=${S}`}} as const;
    expect(kept({outcome: answer}).outcome).toMatchObject({body: {mimeType: 'text/plain; token=MASKED'}});
  });

  it('the fields of a form that the browser decoded are', () => {
    const fields = {password: [S], a: ['1'], data: [`{"token":"${S}"}`]};
    expect(kept({body: {kind: 'form', fields}}).body).toEqual({
      kind: 'form',
      fields: {password: ['MASKED'], a: ['1'], data: ['{"token":"MASKED"}']},
    });
  });

  it('what cannot be read cannot be cleaned', () => {
    const list = [{name: 'Content-Encoding', value: 'br'}];
    expect(withoutCredentials(buildCaptured({headers: list, body: new Uint8Array([0xff, 1, 2])}))).toBeNull();
  });

  it('leaves what holds none as it is, byte for byte', () => {
    const {body} = kept({body: '{"a":"é", "n": 12345678901234567890}'});
    expect(body).toEqual(bytesOf('{"a":"é", "n": 12345678901234567890}'));
  });
});
