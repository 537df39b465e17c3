import * as fc from 'fast-check';
import {expect, it} from 'vitest';
import type {CapturedRequest} from '../capture/captured-request';
import {toHar} from '../har/write-har';
import {inspectRequest} from '../inspect-request';
import {buildCaptured} from '../replay/build-captured';
import {propertyOptions} from '../testing/property-options';
import {toBugReport} from './bug-report';
import {toCsv} from './csv';

const creator = {name: 'Track Inspector', version: '1.0.0'};
const time = fc.oneof(
  fc.double(),
  fc.constantFrom(1e300, -1e300, 8e15, 8.64e15 + 1, Number.NaN, Number.POSITIVE_INFINITY, -0),
);
const text = fc.string({unit: 'binary', maxLength: 40});
const address = fc.oneof(
  text,
  text.map((end) => `https://api.example.test/api/track?${end}`),
);

/** Values that pages, files and servers should not contain, but may. */
const hostile = fc.record({
  url: address,
  method: text,
  startedAt: fc.option(time),
  body: text,
  headers: fc.array(fc.record({name: text, value: text}), {maxLength: 3}),
  outcome: fc.oneof(
    fc.record({state: fc.constant('failed' as const), error: text, endedAt: fc.option(time)}),
    fc.record({
      state: fc.constant('answered' as const),
      status: fc.double(),
      statusText: text,
      headers: fc.constant({state: 'unknown'} as const),
      body: fc.record({kind: fc.constant('text' as const), text}),
      endedAt: time,
    }),
  ),
});

const honest = judge(buildCaptured({id: 'honest', body: '[{"event_name":"honest"}]'}));

function judge(request: CapturedRequest) {
  return {request, inspection: inspectRequest(request)};
}

it('saves the rows beside a hostile one, whatever it holds', () => {
  const property = fc.property(hostile, (parts) => {
    const bad = judge(buildCaptured(parts));
    const csv = toCsv([bad, honest]);
    expect(csv).toContain('2026-04-30T07:08:47.000Z');
    expect(csv).toContain('honest');
    const har = JSON.parse(toHar([bad.request, honest.request], creator));
    expect(har.log.entries).toHaveLength(2);
    for (const {startedDateTime, time} of har.log.entries) {
      expect(Number.isFinite(Date.parse(startedDateTime))).toBe(true);
      expect(Number.isFinite(time)).toBe(true);
    }
    expect(toBugReport(bad)).toContain('What is wrong');
  });
  fc.assert(property, propertyOptions(5_000));
});

it('writes a report of a million separate backticks', () => {
  expect(toBugReport(judge(buildCaptured({body: '` '.repeat(1_000_000)})))).toContain('What was sent');
});
