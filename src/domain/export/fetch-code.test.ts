import {describe, expect, it} from 'vitest';
import {fromBase64, toBase64} from '../bytes/to-base64';
import type {CapturedHeader} from '../capture/captured-request';
import {buildCaptured} from '../replay/build-captured';
import {toBodyJson} from './body-json';
import {toFetchCode} from './fetch-code';
import {toPowerShell} from './powershell';

const encode = (text: string) => new TextEncoder().encode(text);

/** Runs the code with a fake `fetch` and returns its arguments. */
async function run(code: string): Promise<{url: string; init: RequestInit}> {
  const AsyncFunction = (async () => undefined).constructor as new (
    ...parts: string[]
  ) => (fetch: (url: string, init: RequestInit) => void) => Promise<void>;
  const calls: {url: string; init: RequestInit}[] = [];
  await new AsyncFunction('fetch', code)((url, init) => calls.push({url, init}));
  const [call] = calls;
  if (call === undefined) throw new Error('The code did not call fetch.');
  return call;
}

describe('toFetchCode', () => {
  it.each<[string, Uint8Array<ArrayBuffer>]>([
    ['quotes, backslashes, newlines and line separators', encode('["\\"\'`\\\\", \n "\u2028 $x"]')],
    ['the end of a script element', encode('</script><!--')],
    ['a big integer and a duplicate key', encode('{"a":12345678901234567890,"a":-0}')],
    ['a byte order mark', encode('\uFEFF[]')],
    ['every byte there is', Uint8Array.from({length: 256}, (_, index) => index)],
  ])('sends %s byte for byte', async (_, body) => {
    const headers = [{name: 'content-type', value: 'application/json'}];
    const code = toFetchCode(buildCaptured({body, headers}));
    const {url, init} = await run(code);
    expect(url).toBe('https://api.example.test/api/track');
    expect(init).toMatchObject({method: 'POST', credentials: 'omit'});
    expect(new Uint8Array(await new Response(init.body ?? null).arrayBuffer())).toEqual(body);
    expect(code).not.toContain('</script');
  });

  it('leaves out the headers that fetch cannot set and masks credentials', async () => {
    const headers = [
      {name: 'Content-Type', value: 'application/json'},
      {name: 'Origin', value: 'https://a.test'},
      {name: 'Host', value: 'a.test'},
      {name: 'Cookie', value: null},
      {name: 'x-api-key', value: null, secret: 'secret-1'},
    ];
    const {init} = await run(toFetchCode(buildCaptured({headers})));
    expect(init.headers).toEqual([
      ['Content-Type', 'application/json'],
      ['x-api-key', 'MASKED'],
    ]);
    const open = await run(toFetchCode(buildCaptured({headers}), {secrets: new Map([['secret-1', 'k']])}));
    expect(open.init.headers).toContainEqual(['x-api-key', 'k']);
  });

  it.each<[string, string, CapturedHeader[], string | null]>([
    ['nothing of a POST', 'POST', [], null],
    ['that fetch refuses the body', 'GET', [], '// fetch rejects a body with GET and HEAD.'],
    ['that fetch refuses the body', 'head', [], '// fetch rejects a body with GET and HEAD.'],
    [
      'that cookies are left out',
      'POST',
      [{name: 'cookie', value: 'a=b'}],
      '// Cookies are not included, since fetch cannot set them.',
    ],
  ])('says %s: %s', (_, method, headers, note) => {
    const secrets = new Map<string, string>();
    const [, second = ''] = toFetchCode(buildCaptured({method, headers, body: '[]'}), {secrets}).split('\n');
    expect(second.startsWith('//') ? second : null).toBe(note);
  });

  it.each<[string, CapturedHeader[], string | null]>([
    ['none that was not sent', [], null],
    ['the one that was sent', [{name: 'Content-Type', value: 'text/plain'}], 'text/plain'],
  ])('sends of Content-Type %s', async (_, headers, type) => {
    const {init, url} = await run(toFetchCode(buildCaptured({headers, body: '["ä"]'})));
    const request = new Request(url, init);
    expect(request.headers.get('content-type')).toBe(type);
    expect(await request.text()).toBe('["ä"]');
  });

  it.each(['patch', 'PATCH', 'GET'])('names the method as it was sent: %s', async (method) => {
    const {init} = await run(toFetchCode({...buildCaptured({}), method}));
    expect(init.method).toBe(method);
  });
});

/**
 * The single-quoted string after `start`, by PowerShell's rules (about_Quoting_Rules, and the tokenizer's for
 * typographic quotes): of two quotes in a row, of any kind, the second is literal; a single one ends the string.
 */
function readQuoted(command: string, start: string): string {
  const isQuote = (char: string | undefined) => char !== undefined && /['\u2018-\u201b]/.test(char);
  let at = command.indexOf(start) + start.length + 1;
  let text = '';
  for (; at < command.length; at += 1) {
    if (isQuote(command[at])) {
      if (!isQuote(command[at + 1])) break;
      at += 1;
    }
    text += command[at];
  }
  return text;
}

describe('toPowerShell', () => {
  it.each([
    '["it\'s"]',
    "'’‘‚‛’'",
    "''''",
    '$y $[z] $(calc) `n `" @" # ; | & <# #>',
    "ends with a quote'",
    '[\n{"a":\n"b"}\n]',
    'ä 漢 😀 “x” „y‟',
  ])('quotes %j so that PowerShell reads it back as it is', (body) => {
    const command = toPowerShell(buildCaptured({url: `https://api.example.test/?q=${body.length}'`, body}));
    expect(readQuoted(command, 'UTF8.GetBytes(')).toBe(body);
    expect(readQuoted(command, '-Uri ')).toBe(`https://api.example.test/?q=${body.length}'`);
    expect(command).toMatch(/-Method 'POST' -Body \$body$/);
  });

  it.each(['a\r\nb', '\uFEFF[]', 'a\u0000b', '\t'])(
    'carries %j, which pasting changes, as Base64',
    (body) => {
      const command = toPowerShell(buildCaptured({body}));
      expect(command).toContain(`FromBase64String('${toBase64(new TextEncoder().encode(body))}')`);
    },
  );

  it('writes each header once: a hash literal takes no key twice', () => {
    const headers = [
      {name: 'X-Trace', value: "it's a"},
      {name: 'x-trace', value: 'b'},
      {name: 'Content-Type', value: 'text/plain'},
    ];
    const command = toPowerShell(buildCaptured({headers}));
    expect(command).toContain("$headers = @{\n  'X-Trace' = 'it''s a, b'\n}\n");
    expect(command).toContain("-ContentType 'text/plain'");
  });

  it('carries bytes that are no UTF-8 as Base64', () => {
    expect(toPowerShell(buildCaptured({body: new Uint8Array([0xff])}))).toContain("FromBase64String('/w==')");
  });
});

describe('toBodyJson', () => {
  it('is the text as sent, with the keys inside it masked unless asked', () => {
    const body = '{ "n":12345678901234567890,"n":1e400, "api_key":"k" }';
    expect(toBodyJson(buildCaptured({body}))).toBe(body.replace('"k"', '"MASKED"'));
    expect(toBodyJson(buildCaptured({body}), {secrets: new Map()})).toBe(body);
    expect(toBodyJson(buildCaptured({body: {kind: 'missing', reason: 'blob'}}))).toBeNull();
  });
});

describe('Base64', () => {
  it.each(['', 'a', 'ab', 'abc', 'abcd', '\0\xff'])('carries %j there and back', (text) => {
    const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
    expect(toBase64(bytes)).toBe(btoa(text));
    expect(fromBase64(toBase64(bytes))).toEqual(bytes);
  });

  it.each(['a', '%%%%'])('is not %j', (text) => {
    expect(fromBase64(text)).toBeNull();
  });
});
