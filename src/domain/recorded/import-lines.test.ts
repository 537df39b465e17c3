import {expect, it} from 'vitest';
import {createLineImport} from './import-lines';
import {hasRecordedLines} from './read-recorded-line';

const url = 'https://api.app.thrivestack.ai/api/track';
const toLine = (parts: object) => JSON.stringify({url, body: '[]', ...parts});

function read(...lines: readonly string[]) {
  let count = 0;
  const newId = () => `r${++count}`;
  const reader = createLineImport({settings: {endpoints: []}, tabId: 7, newId});
  for (const line of lines) reader.add(line);
  return reader.finish();
}

it.each<[string, object, object]>([
  ['a request of the tab', {}, {id: 'r1', url, origin: {tabId: 7}, seenBy: ['import']}],
  ['a response', {response: {status: 400, body: '{}'}}, {outcome: {state: 'answered', status: 400}}],
  ['its time', {startedAt: '2026-11-01T10:00:00.250Z'}, {startedAt: Date.UTC(2026, 10, 1, 10, 0, 0, 250)}],
  ['no time that no clock shows', {startedAt: 1e300}, {startedAt: null}],
  ['no time before all clocks', {startedAt: -1e300}, {startedAt: null}],
  ['no response, which will not come', {}, {outcome: {state: 'unknown'}}],
  [
    'the beginning of an address of megabytes, and its length',
    {url: `${url}?${'k=v&'.repeat(400_000)}`},
    {urlLength: url.length + 1 + 1_600_000, url: expect.not.stringMatching(/^.{70000}/)},
  ],
  ['bytes', {body: 'AP8=', bodyEncoding: 'base64'}, {body: {bytes: new Uint8Array([0, 255])}}],
  [
    'a header with any name',
    {headers: JSON.parse('{"__proto__":"1","x-n":2}')},
    {
      headers: {
        list: [
          {name: '__proto__', value: '1'},
          {name: 'x-n', value: '2'},
        ],
      },
    },
  ],
  [
    'no credentials',
    {url: `${url}?api_key=live`, headers: {'x-api-key': 'live'}},
    {url: `${url}?api_key=secret-forgotten`, headers: {list: [{name: 'x-api-key', value: null}]}},
  ],
])('reads of a recorded line: %s', (_, parts, expected) => {
  const {requests} = read(toLine(parts));
  expect(requests).toMatchObject([expected]);
  expect(JSON.stringify(requests)).not.toContain('live');
});

it('leaves out what is not a request, and says which line', () => {
  const elsewhere = toLine({url: 'https://app.example.test/login'});
  const found = read(`\ufeff${toLine({})}\r`, '', 'nothing', elsewhere, '{"url": 3}', toLine({}), '\0\0');
  expect(found.requests).toHaveLength(2);
  expect(found.others).toBe(1);
  expect(found.faults).toEqual([
    'line 3 skipped: this line is not valid JSON. Write each request on one line.',
    'line 5 skipped: this line is not a request: "url" is missing or of another type. Each needs a url; a body is text.',
  ]);
});

it('has its requests in the order of sending, with those of unknown time last', () => {
  const at = (startedAt: number | null) => toLine({startedAt});
  const {requests} = read(at(1_793_527_205_000), at(null), at(1_793_527_201_000), at(1_793_527_203_000));
  expect(requests.map(({id, startedAt}) => [id, startedAt])).toEqual([
    ['r3', 1_793_527_201_000],
    ['r4', 1_793_527_203_000],
    ['r1', 1_793_527_205_000],
    ['r2', null],
  ]);
});

it.each(['/api/track', 'api.app.thrivestack.ai/api/track', ''])(
  'leaves out a part of an address: %j',
  (part) => {
    const {others, faults} = read(toLine({url: part}));
    expect(others).toBe(0);
    expect(faults).toEqual([expect.stringContaining('line 1 skipped: the url of this line is not complete')]);
  },
);

it.each([1e300, 200.5, -1])('leaves out a line with a status that cannot be: %s', (status) => {
  expect(read(toLine({response: {status}})).faults).toEqual([expect.stringContaining('"response.status"')]);
});

it.each([
  ['a.ndjson', '', true],
  ['a.JSONL', '', true],
  ['a.txt', '\ufeff {"method": "POST"', true],
  ['a.json', '{"log": {', false],
  ['a.har', '{"entries": [', false],
  ['-', '{"headers": {"a": "b"}, "url": "https://', true],
  ['-', '{"startedAt": 1, "url": ""}', true],
  ['-', '{"body": "[{\\"a\\": 1', true],
  ['-', '{"id": {"a": [1]}, "body": null, "url": "https://a.example/"}\n{', true],
  ['-', '{"id": "\\"url\\":", "body": ""}', false],
  ['-', '{"id": "cut \\"url\\": \\"body\\": ', false],
  ['-', '{"startedDateTime": "", "request": {"method": "POST", "url": ""}}', false],
  ['-', '{"response": {"body": ""}, "request": {"url": ""}}', false],
  ['-', '{"batch": [{"url": "", "body": ""}]}', false],
  ['-', '{"type": "page", "url": "https://a.example/"}', false],
  ['-', '{"a": 1} {"url": "", "body": ""}', false],
  ['-', '[{"url": "", "body": ""}]', false],
])('recognises recorded lines in %s that begins with %j: %s', (name, start, expected) => {
  expect(hasRecordedLines(name, start)).toBe(expected);
});
