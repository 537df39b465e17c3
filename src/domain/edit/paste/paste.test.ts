import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {toCurl} from '../../export/curl';
import {toFetchCode} from '../../export/fetch-code';
import {buildCaptured} from '../../replay/build-captured';
import {readPasted} from './paste';
import type {PastedRequest} from './pasted-request';

function paste(text: string): PastedRequest {
  const result = readPasted(text);
  if (!result.ok) throw new Error(result.reason);
  const [request] = result.requests;
  if (request === undefined) throw new Error('Nothing was read.');
  return request;
}

/** Used instead of toEqual, which takes seconds for a megabyte. */
function expectSameBytes(found: Uint8Array | null, wanted: Uint8Array): void {
  expect(found?.length).toBe(wanted.length);
  expect(found?.findIndex((byte, index) => byte !== wanted[index])).toBe(-1);
}

/** Not what may be gzip or zlib: if it is damaged, a copy leaves it out, since credentials in it cannot be masked. */
function isPlain(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes;
  const isZlib = first % 16 === 8 && (first * 256 + second) % 31 === 0;
  return !isZlib && !(first === 0x1f && second === 0x8b);
}

const bodyOf = (text: string) => {
  const {body} = paste(text);
  return body === null ? null : new TextDecoder('utf-8', {ignoreBOM: true}).decode(body);
};
const odd = '{"n": 12345678901234567890, "n":1e400, "z" : -0}';

describe('a pasted cURL command', () => {
  it.each<[string, string, string | null]>([
    ['single quotes', `curl u -d '${odd}'`, odd],
    ['a quote within', `curl u --data-raw 'it'\\''s'`, "it's"],
    ['double quotes', `curl u -d "a \\"b\\" \\$HOME \\\\ \\n"`, 'a "b" $HOME \\ \\n'],
    ['ANSI-C quotes', `curl u --data-raw $'it\\'s \\u0021 \\x41 \\101 \\n \\U1F642'`, "it's ! A A \n 🙂"],
    ['quotes side by side', `curl u -d a'b'"c"\\ d`, 'abc d'],
    ['Unicode', `curl u -d 'à ü漢🙂'`, 'à ü漢🙂'],
    ['continued lines', `curl \\\n  u \\\r\n  -d 'x\ny'`, 'x\ny'],
    ['several pieces', 'curl u -d a=1 --data-binary b=2', 'a=1&b=2'],
    ['pieces of JSON', `curl u --json '{"a":' --json '1}'`, '{"a":1}'],
    ['encoded pieces', `curl u --data-urlencode 'a=ü &' --data-urlencode '=x y'`, 'a=%C3%BC+%26&x+y'],
    ['an attached value', `curl -sSLXPUT -d'{}' u`, '{}'],
    ['a prompt before it', `$ curl u -d x`, 'x'],
    ['printf piped into it', `printf '%s' '${odd}' | curl u --data-binary @-`, odd],
    ['printf with escapes', `printf '\\303\\274 %%\\000' | curl u --data-binary @-`, 'ü %\0'],
    ['echo piped into it', `echo '[1]' | curl u -d @-`, '[1]'],
    ['what follows it', `curl u -d x | jq . && echo y`, 'x'],
    ['a query made of the data', `curl -G u -d a=1`, null],
    ['no body', 'curl u', null],
  ])('is read with %s', (_, command, body) => {
    expect(bodyOf(command)).toBe(body);
  });

  it('is read with everything that a browser or a document writes', () => {
    const pasted = paste(`curl --location --request POST 'https://api.example.test/api/track?a=%20#x' \\
      -H 'Content-Type: application/json' -H "X-Empty;" -H 'Accept:' -A agent -e https://a.test/ --compressed \\
      --max-time 3 -o /dev/null -k \\
      --data-raw '[${odd}]'`);
    expect(pasted).toMatchObject({
      url: 'https://api.example.test/api/track?a=%20#x',
      method: 'POST',
      headers: [
        {name: 'Content-Type', value: 'application/json'},
        {name: 'X-Empty', value: ''},
        {name: 'User-Agent', value: 'agent'},
        {name: 'Referer', value: 'https://a.test/'},
      ],
      credentials: [],
      notes: [],
    });
  });

  it.each<[string, string, string]>([
    ['no data', 'curl u', 'GET'],
    ['data', 'curl u -d x', 'POST'],
    ['-I', 'curl -I u', 'HEAD'],
    ['-X', 'curl -X patch u -d x', 'patch'],
    ['-T', 'curl -T file u', 'PUT'],
  ])('with %s has its method', (_, command, method) => {
    expect(paste(command).method).toBe(method);
  });

  it('gives the types that curl would give', () => {
    expect(paste('curl u -d x').headers).toEqual([
      {name: 'Content-Type', value: 'application/x-www-form-urlencoded'},
    ]);
    expect(paste(`curl u -H 'Content-Type:' -d x`).headers).toEqual([]);
    expect(paste(`curl u --json '{}'`).headers).toEqual([
      {name: 'Accept', value: 'application/json'},
      {name: 'Content-Type', value: 'application/json'},
    ]);
    expect(paste('curl example.test/x').url).toBe('http://example.test/x');
    expect(paste('curl -G u.test?x=1 -d a=1').url).toBe('http://u.test?x=1&a=1');
  });

  it('lists credentials apart and brings none along', () => {
    const pasted = paste(
      `curl 'https://a.test/p?x=1&writeKey=abc' -H 'authorization: Bearer t' -H 'x-api-key: k' -b 'sid=1' -d x`,
    );
    expect(pasted.credentials).toEqual([
      {place: 'header', name: 'authorization', value: 'Bearer t'},
      {place: 'header', name: 'x-api-key', value: 'k'},
      {place: 'header', name: 'Cookie', value: 'sid=1'},
      {place: 'query', name: 'writeKey', value: 'abc'},
    ]);
    expect(pasted.url).toBe('https://a.test/p?x=1');
    expect(pasted.headers.map(({name}) => name)).toEqual(['Content-Type']);
  });

  it.each([
    'curl –X POST u.test —data x –H a:b',
    'curl ‑X POST u.test ‐‐data x −H a:b',
    '- curl -X POST u.test -d x -H a:b',
    '1. curl -X POST u.test -d x -H a:b',
    '```bash\ncurl -X POST u.test -d x -H a:b\n```',
    '~~~\ncurl -X POST u.test -d x -H a:b\n~~~\n',
    '`curl -X POST u.test -d x -H a:b`',
    'curl -X POST «u.test» -d „x“ -H ‹a:b›',
    'curl -X POST ＂u.test＂ -d ＇x＇ -H a:b',
  ])('is read as a chat shows it: %s', (command) => {
    expect(readPasted(command)).toMatchObject({
      kind: 'curl',
      requests: [
        {url: 'http://u.test', method: 'POST', headers: [{name: 'a', value: 'b'}, {name: 'Content-Type'}]},
      ],
    });
    expect(bodyOf(command)).toBe('x');
  });

  it('keeps the marks of Markdown that are within it', () => {
    expect(bodyOf("```\ncurl u.test -d '\n```\n'\n```")).toBe('\n```\n');
  });

  it('is not looked for behind an apostrophe of prose', () => {
    const reason = 'The text contains the word curl, but no command starts with it.';
    expect(readPasted("it's curl u.test")).toEqual({ok: false, reason});
  });

  it('says that a signature cannot be made', () => {
    expect(paste('curl --aws-sigv4 x -u a:b u').notes).toEqual([
      '--aws-sigv4 signs the request, so the login is not included.',
    ]);
  });

  it('leaves a fragment with credentials out, and says so', () => {
    expect(paste("curl 'https://a.test/p#access_token=abc'")).toMatchObject({
      url: 'https://a.test/p',
      credentials: [],
      notes: ['The part of the address after # is never sent. It contained credentials and is not included.'],
    });
    expect(paste("curl 'https://a.test/p?a=1#part'")).toMatchObject({
      url: 'https://a.test/p?a=1#part',
      notes: [],
    });
  });

  it('lists what looks like a token apart, whatever its name', () => {
    const token = 'ghp_16C7e42F292c6912E7710c838347Ae178B4a';
    const pasted = paste(`curl 'https://a.test/p?a=1&b=${token}' -H 'x-other: Bearer ${token}' -d x`);
    expect(pasted.credentials).toEqual([
      {place: 'header', name: 'x-other', value: `Bearer ${token}`},
      {place: 'query', name: 'b', value: token},
    ]);
    expect(pasted.url).toBe('https://a.test/p?a=1');
  });

  it.each([
    ['curl u -d @events.json', /events\.json is a file/],
    ['curl u -F a=1', /Multipart/],
    ['curl u -d @- < file', /an input that is not available/],
    ['curl u -b jar.txt', /Cookies from a file/],
  ])('%s says what is missing', (command, note) => {
    expect(paste(command).notes.join()).toMatch(note);
  });

  it('says where a quote is never closed', () => {
    expect(readPasted(`curl u\ncurl v -d 'x`)).toEqual({
      ok: false,
      reason: 'The cURL command cannot be read: a quote that opens in line 2 is not closed.',
    });
  });

  it.each([
    [
      'a name and a password',
      'https://amy:geh%40im@h.test/p?a=@',
      base64('amy:geh@im'),
      'https://h.test/p?a=@',
    ],
    ['a name', 'https://amy@h.test', base64('amy:'), 'https://h.test'],
    ['an @ in the password', 'https://a:b@c@h.test/', base64('a:b@c'), 'https://h.test/'],
  ])('takes %s out of the address', (_, url, login, rest) => {
    for (const text of [
      `curl '${url}' -d x`,
      `fetch("${url}")`,
      JSON.stringify({request: {method: 'GET', url}}),
    ]) {
      expect(paste(text)).toMatchObject({
        url: rest,
        credentials: [{place: 'header', name: 'Authorization', value: `Basic ${login}`}],
      });
    }
  });

  it.each([
    ['a prompt', `$ curl u -d '[]'`],
    ['a prompt with a name', `me@box:~/a b$ curl u -d '[]'`],
    ['a root prompt', `root@box:/# curl u -d '[]'`],
    ['prompts of continued lines', `$ curl u \\\n> -d '[]'`],
    ['a prompt with an environment', `(venv) me@box:~$ curl u -d '[]'`],
    ['the prompt of oh-my-zsh', `➜  ~ curl u -d '[]'`],
    ['the prompt of starship', `❯ curl u -d '[]'`],
    ['the prompt of a plain bash', `bash-5.2$ curl u -d '[]'`],
    ['the prompt of cmd', `C:\\Users\\me> curl u -d '[]'`],
    ['what set -x writes', `+ curl u -d '[]'`],
    ['the time of a CI log', `2026-11-29T12:00:00.0000000Z + curl u -d '[]'`],
    ['the mark of a Makefile', `\t@curl u -d '[]'`],
    ['the word of a Dockerfile', `RUN curl u \\\n  -d '[]'`],
    ['the key of a workflow', `  - run: curl u -d '[]'`],
    ['a path', `/usr/bin/curl u -d '[]'`],
    ['carriage returns', `curl u \\\r\n  -d '[]'\r\n`],
  ])('is read behind %s', (_, command) => {
    expect(bodyOf(command)).toBe('[]');
    expect(paste(command).notes).toEqual([]);
  });

  it('is read out of the source of a page', () => {
    const escaped = `curl &quot;https://h.test/?a=1&amp;b=2&quot; -d &#39;[{&quot;a&quot;:&lt;1}]&#39;`;
    expect(paste(escaped)).toMatchObject({
      url: 'https://h.test/?a=1&b=2',
      notes: ['Entities of HTML are read as what they stand for.'],
    });
    expect(bodyOf(escaped)).toBe('[{"a":<1}]');
    expect(bodyOf(`curl u -d 'a&amp;b=&quot;'`)).toBe('a&amp;b=&quot;');
    expect(bodyOf(`curl u -d 'a &quot; b'`)).toBe('a &quot; b');
  });

  it('is told from the output between it and the next prompt', () => {
    const bodies = (text: string) => {
      const result = readPasted(text);
      if (!result.ok) return result.reason;
      return result.requests.map(({body}) => new TextDecoder().decode(body ?? new Uint8Array()));
    };
    expect(bodies(`$ curl u -d '[1]'\ncan't connect\n$ curl v -d '[2]'\nit's "so`)).toEqual(['[1]', '[2]']);
    expect(bodies(`$ curl u -d '[1,\n> 2]'\nit's\n$ echo done`)).toEqual(['[1,\n2]']);
    expect(bodies(`me@box:~$ curl u \\\n> -d @- <<E\n> it's\n> E\ndon't\n`)).toEqual(["it's"]);
    expect(bodies(`$ curl u -d '[1,\n2]'\n{"a": "it's"}`)).toEqual(['[1,\n2]']);
    expect(bodies(`$ curl u -d '[1`)).toContain('a quote that opens in line 1');
  });

  it('is not found where the word only stands in a text', () => {
    expect(readPasted('run curl now')).toEqual({
      ok: false,
      reason: 'The text contains the word curl, but no command starts with it.',
    });
    expect(readPasted('[{"a":"ran curl once"},]')).toMatchObject({kind: 'text'});
    expect(readPasted('# what curl gave\n[1]')).toMatchObject({ok: false});
    expect(
      readPasted('fetch("u",{method:"POST",body:"[{\\"event_name\\":\\"ran curl once\\"}]"})'),
    ).toMatchObject({
      kind: 'fetch',
    });
    expect(readPasted('await fetch(`u`, {body: `\ncurl v -d x\n`})')).toMatchObject({kind: 'fetch'});
  });

  it('has every request of what is pasted', () => {
    const result = readPasted(`curl 'u' -d '[1]' ;\ncurl 'u' -d '[2]' --next v -d '[3]'`);
    const requests = result.ok ? result.requests : [];
    expect(requests.map(({url}) => url)).toEqual(['http://u', 'http://u', 'http://v']);
    expect(requests.map(({body}) => new TextDecoder().decode(body ?? new Uint8Array()))).toEqual([
      '[1]',
      '[2]',
      '[3]',
    ]);
  });

  it('keeps what stands in typographic or doubled quotes', () => {
    expect(bodyOf('curl -X POST ‘u’ -d ‘[{"a":1}]’')).toBe('[{"a":1}]');
    expect(bodyOf('curl “u” –data “[{“a”:“it’s”}]”')).toBe(`[{"a":"it's"}]`);
    expect(bodyOf(`curl 'u' -d '[{"a":"it’s “so”"}]'`)).toBe('[{"a":"it’s “so”"}]');
    expect(bodyOf('curl "u" -d "[{""event_name"":""a""}]"')).toBe('[{"event_name":"a"}]');
  });

  it('invents no credential of what a shell would fill in', () => {
    expect(paste(`curl u -d '[{"timestamp":"'$(date -u +%FT%TZ)'"}]'`)).toMatchObject({
      body: new TextEncoder().encode('[{"timestamp":"$(date -u +%FT%TZ)"}]'),
      credentials: [],
    });
  });

  it('says that a command for cmd is another language', () => {
    const result = readPasted('curl ^"https://a.test/^" ^\n  -H ^"a: b^"');
    expect(result).toEqual({ok: false, reason: expect.stringContaining('cmd') as string});
  });

  it.each([
    `curl -Uri https://a.test/ -Method POST -Body '[1]'`,
    'curl.exe "https://a.test/" `\r\n  -d "x"',
    'Invoke-WebRequest -UseBasicParsing -Uri "https://a.test/" `\n-Method "POST"',
    `irm https://a.test/ -Method Post -Body '[1]'`,
  ])('says that a command for PowerShell is another language: %s', (command) => {
    const reason = 'This command is for PowerShell. Copy it as cURL (bash) instead.';
    expect(readPasted(command)).toEqual({ok: false, reason});
  });

  it('is not one for PowerShell because of what is in it', () => {
    expect(bodyOf(`curl u -d 'use -method irm'`)).toBe('use -method irm');
  });

  it('reads back what we copied, byte for byte', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({minLength: 1, maxLength: 60}),
        fc.string({unit: 'binary', minLength: 1}),
        (bytes, text) => {
          for (const body of [Uint8Array.from(bytes), new TextEncoder().encode(text)].filter(isPlain)) {
            expectSameBytes(paste(toCurl(buildCaptured({body}))).body, body);
          }
        },
      ),
    );
  });

  it('reads 1 MB', () => {
    const body = new TextEncoder().encode(`["${'ü\'"\\\\ '.repeat(150_000)}"]`);
    expectSameBytes(paste(toCurl(buildCaptured({body}))).body, body);
  });
});

describe('a pasted fetch call', () => {
  it.each<[string, string, string | null]>([
    [
      'what Chrome copies',
      `fetch("https://a.test/", {"headers": {"a": "b"}, "body": "[\\"\\u00fc\\"]", "method": "POST", "mode": "cors"});`,
      '["ü"]',
    ],
    [
      'what Firefox copies',
      `await fetch("https://a.test/", {\n  "credentials": "omit",\n  "body": "x",\n});`,
      'x',
    ],
    [
      'single quotes and bare keys',
      `const r = await window.fetch('https://a.test/', {method: 'POST', body: 'it\\'s', })`,
      "it's",
    ],
    ['a template', 'fetch(`https://a.test/`, {method: "POST", body: `a\nb \\` $x`})', 'a\nb ` $x'],
    [
      'JSON.stringify on lines',
      'fetch("https://a.test/", {body: JSON.stringify([1, {a: [], b: {}, c: [2]}], null, 2)})',
      JSON.stringify([1, {a: [], b: {}, c: [2]}], null, 2),
    ],
    [
      'JSON.stringify with an indent of its own',
      'fetch("https://a.test/", {body: JSON.stringify([1], undefined, "--")})',
      '[\n--1\n]',
    ],
    [
      'JSON.stringify of a literal',
      `fetch("https://a.test/", {body: JSON.stringify([{n: 12345678901234567890, n: 1e400, 'z': -0, u: undefined, /* c */ s: "\\x41",}])})`,
      '[{"n":12345678901234567890,"n":1e400,"z":-0,"s":"A"}]',
    ],
    [
      'numbers of every kind',
      'fetch("https://a.test/", {body: JSON.stringify([1_000, 5e-7, 1.5e+10, .5, 5., -.5, 0x1F, 0b11, 0o17, +1, -0x10, NaN, -Infinity])})',
      '[1000,5e-7,1.5e+10,0.5,5,-0.5,31,3,15,1,-16,null,null]',
    ],
    [
      'names of any script',
      'fetch("https://a.test/", {body: JSON.stringify({é:1, 漢: 2, $a_1: 3, 7: 4})})',
      '{"é":1,"漢":2,"$a_1":3,"7":4}',
    ],
    ['bytes', 'fetch("https://a.test/", {body: new Uint8Array([91, 93])})', '[]'],
    [
      'bytes of Base64',
      'fetch("https://a.test/", {body: Uint8Array.from(atob("W10="), (c) => c.charCodeAt(0))})',
      '[]',
    ],
    ['no options', 'fetch("https://a.test/")', null],
  ])('is read as %s', (_, code, body) => {
    expect(paste(code).url).toBe('https://a.test/');
    expect(bodyOf(code)).toBe(body);
  });

  it.each<[string, string]>([
    ['an object', '{"Content-Type": "text/plain", Authorization: "Bearer t"}'],
    ['pairs', '[["Content-Type", "text/plain"], ["Authorization", "Bearer t"]]'],
    ['Headers', 'new Headers({"Content-Type": "text/plain", "Authorization": "Bearer t"})'],
  ])('has its headers from %s, credentials apart', (_, headers) => {
    expect(paste(`fetch("https://a.test/", {headers: ${headers}})`)).toMatchObject({
      headers: [{name: 'Content-Type', value: 'text/plain'}],
      credentials: [{place: 'header', name: 'Authorization', value: 'Bearer t'}],
    });
  });

  it.each([
    ['fetch(url)', /variable/],
    ['fetch("https://a.test/" + x)', /not code/],
    ['fetch(`https://a.test/$' + '{x}`)', /not code/],
    ['fetch("https://a.test/", {body: "x"', /ends too early/],
    ['fetch("https://a.test/", {body: JSON.stringify([1n])})', /not code/],
    ['fetch("https://a.test/", {body: JSON.stringify([1-2])})', /not code/],
  ])('%s is refused with a reason', (code, reason) => {
    const result = readPasted(code);
    expect(result.ok ? '' : result.reason).toMatch(reason);
  });

  it.each<[string, string, readonly string[], RegExp | null]>([
    [
      'one behind the other',
      'fetch("https://a.test/1", {"method": "POST", "body": "fetch(1)"}); ;\nfetch("https://a.test/2");',
      ['1', '2'],
      null,
    ],
    [
      'in a chain',
      'await fetch("https://a.test/1").then(() => window.fetch("https://a.test/2"))',
      ['1', '2'],
      null,
    ],
    [
      'of which a later one is code',
      'fetch("https://a.test/1")\nfetch(url)\nfetch("https://a.test/3")',
      ['1'],
      /line 2 and what follows it were not read. “url” is a variable/,
    ],
  ])('has every request of calls %s', (_, code, paths, note) => {
    const result = readPasted(code);
    const requests = result.ok ? result.requests : [];
    expect(requests.map(({url}) => url)).toEqual(paths.map((path) => `https://a.test/${path}`));
    for (const {notes} of requests) expect(notes.join()).toMatch(note ?? /^$/);
  });

  it('is sent as fetch sends it', () => {
    const only = (options: string) => paste(`fetch("https://a.test/", ${options})`);
    expect(only('{method: "post", body: "[]"}')).toMatchObject({
      method: 'POST',
      headers: [{name: 'Content-Type', value: 'text/plain;charset=UTF-8'}],
      notes: [],
    });
    expect(only('{method: "patch", headers: {"content-type": "a/b"}, body: "[]"}')).toMatchObject({
      method: 'patch',
      headers: [{name: 'content-type', value: 'a/b'}],
    });
    expect(only('{method: "PUT", body: new Uint8Array([1])}')).toMatchObject({method: 'PUT', headers: []});
    expect(only('{body: JSON.stringify([])}')).toMatchObject({
      method: 'POST',
      notes: ['fetch sends no body with GET. The method is read as POST.'],
    });
  });

  it('runs nothing', () => {
    expect(paste('fetch("https://a.test/", {body: evil()})')).toMatchObject({
      body: null,
      notes: [expect.any(String)],
    });
  });

  it('reads back what we copied, of bytes that are not UTF-8 too', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary', minLength: 1}), fc.uint8Array({minLength: 1}), (text, bytes) => {
        for (const body of [new TextEncoder().encode(text), Uint8Array.from(bytes)].filter(isPlain))
          expectSameBytes(paste(toFetchCode(buildCaptured({body}))).body, body);
      }),
    );
  });
});

describe('pasted JSON and HAR', () => {
  it('takes JSON for a body, character by character', () => {
    const text = ` [${odd}]\r\n`;
    expect(bodyOf(text)).toBe(text);
    expect(readPasted(text)).toMatchObject({kind: 'json', requests: [{url: null, method: 'POST'}]});
  });

  it('takes broken JSON too, since it can be mended', () => {
    expect(readPasted('[{"a":1},]')).toMatchObject({
      ok: true,
      kind: 'text',
      requests: [{notes: [expect.any(String)]}],
    });
  });

  const entry = (postData: unknown) => ({
    request: {
      method: 'POST',
      url: 'https://a.test/?token=t',
      headers: [
        {name: ':path', value: '/'},
        {name: 'Cookie', value: 'sid=1'},
      ],
      postData,
    },
    response: {status: 200},
  });

  it('reads each request of a HAR, without credentials', () => {
    const har = {
      log: {entries: [entry({mimeType: 'application/json', text: odd}), {broken: true}, entry(undefined)]},
    };
    expect(readPasted(JSON.stringify(har))).toMatchObject({
      kind: 'har',
      requests: [
        {
          url: 'https://a.test/',
          method: 'POST',
          headers: [{name: 'Content-Type', value: 'application/json'}],
          body: new TextEncoder().encode(odd),
          credentials: [{name: 'Cookie'}, {name: 'token'}],
        },
        {body: null},
      ],
    });
  });

  it('is a HAR whatever is odd about it, and says what was left out', () => {
    const log = (...entries: unknown[]) => JSON.stringify({log: {pages: [{id: 'p'}], entries}});
    expect(readPasted(log(entry({text: '[]'})))).toMatchObject({kind: 'har', requests: [{notes: []}]});
    const second = {
      ...entry({text: '[]'}),
      request: {...entry({text: '[]'}).request, headers: [{name: 'a'}]},
    };
    expect(readPasted(log(entry({text: '[]'}), second))).toMatchObject({requests: [{}, {}]});
    expect(readPasted(log(entry({text: '[]'}), {request: {url: 'x'}}))).toMatchObject({
      requests: [{notes: ['Entry 2 skipped: its request has no method.']}],
    });
    expect(readPasted(log({request: {url: 'x'}}))).toEqual({
      ok: false,
      reason: 'The HAR file contains no requests. Entry 1 skipped: its request has no method.',
    });
  });

  it('has no request that a redirect led to and that was not sent', () => {
    const {request} = entry({text: '[]'});
    const next = `${request.url}&next`;
    const redirect = {request, response: {status: 307, redirectURL: next}};
    const notSent = {
      request: {...request, url: next, headers: [{name: 'User-Agent', value: 'x'}]},
      response: {status: 0, _error: 'net::ERR_ABORTED'},
      timings: {_blocked_queueing: -1},
    };
    const entries = [redirect, notSent].map((each) => ({...each, startedDateTime: '2026-11-01T10:00:00Z'}));
    expect(readPasted(JSON.stringify({log: {entries}}))).toMatchObject({
      requests: [
        {notes: ['1 skipped: not sent, because the browser redirected it or did not follow a redirect.']},
      ],
    });
  });

  it('is a HAR where only its inside or its entries were copied', () => {
    const entries = [entry({text: '[1]'}), entry({text: '[2]'})];
    for (const part of [entries, {entries}, {pages: [], entries}])
      expect(readPasted(JSON.stringify(part))).toMatchObject({kind: 'har', requests: [{}, {}]});
    for (const other of [[], [{request: 1}], [...entries, 1], {entries: []}])
      expect(readPasted(JSON.stringify(other))).toMatchObject({kind: 'json'});
  });

  it('has no Content-Encoding for a body that was recorded unpacked', () => {
    const packed = {...entry({text: '[]'}).request, headers: [{name: 'Content-Encoding', value: 'gzip'}]};
    expect(paste(JSON.stringify({request: packed}))).toMatchObject({
      headers: [],
      notes: ['The body was recorded decompressed, so Content-Encoding is not included.'],
    });
  });

  it.each<[string, unknown, string]>([
    ['fields beside an empty text', {mimeType: 'x', text: '', params: [{name: 'a', value: 'b'}]}, 'a=b'],
    ['fields', {mimeType: 'x', params: [{name: 'a', value: 'ü'}, {name: 'b'}]}, 'a=%C3%BC&b='],
    ['Base64', {mimeType: 'x', text: 'W10=', _encoding: 'base64'}, '[]'],
  ])('reads a single entry whose body is given as %s', (_, postData, body) => {
    expect(bodyOf(JSON.stringify(entry(postData)))).toBe(body);
  });

  it.each([
    {info: {schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json'}, item: []},
    {
      name: 'r',
      request: {method: 'POST', url: 'https://h.test/', header: [], body: {mode: 'raw', raw: '[]'}},
    },
    {request: {method: 'POST', url: 'https://h.test/', body: '[]'}},
  ])('is no HAR where Postman wrote it: %j', (value) => {
    expect(readPasted(JSON.stringify(value))).toEqual({
      ok: false,
      reason: 'This is a Postman request. Copy it as cURL instead.',
    });
  });

  it.each(['', 'hello', '{"log":{"entries":[]}}'])('refuses %j with a reason', (text) => {
    expect(readPasted(text)).toMatchObject({ok: false});
  });
});

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
