import {readRecordedLine, requestFromParts} from '@track-inspector/core';
import {expect, it} from 'vitest';
import {toRecordedLine} from './recorded-line';

it('writes a line that shows what was sent, and drives neither a terminal nor a CI server', () => {
  const hostile = '\u001b[31m\u009b31m\u007f\u202e\u2028\r##[error]x ##vso[task.setvariable]y';
  const line = toRecordedLine({
    method: 'POST',
    url: 'http://127.0.0.1/api/track',
    headers: ['x-hostile', hostile],
    body: new TextEncoder().encode(hostile),
    startedAt: new Date(0),
    status: 200,
    answer: hostile,
  });
  expect(line).toMatch(/^[ -~]*\n$/);
  expect(line).not.toMatch(/##(?:\[|vso)/);
  expect(JSON.parse(line)).toMatchObject({
    headers: {'x-hostile': hostile},
    body: hostile,
    response: {body: hostile},
  });
});

it('keeps headers that were sent twice, and their order', () => {
  const line = toRecordedLine({
    method: 'POST',
    url: 'http://127.0.0.1/api/track',
    headers: ['X-Forwarded-For', '10.0.0.1', 'Accept', 'a/b', 'X-Forwarded-For', '10.0.0.2'],
    body: new Uint8Array(),
    startedAt: new Date(0),
    status: 200,
    answer: '',
  });
  const read = readRecordedLine(line);
  expect(read.ok && requestFromParts(read.parts).headers).toEqual({
    state: 'known',
    list: [
      {name: 'X-Forwarded-For', value: '10.0.0.1'},
      {name: 'Accept', value: 'a/b'},
      {name: 'X-Forwarded-For', value: '10.0.0.2'},
    ],
  });
});
