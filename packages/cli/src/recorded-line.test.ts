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
