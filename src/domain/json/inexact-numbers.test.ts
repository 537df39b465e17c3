import {describe, expect, it} from 'vitest';
import {toCsv} from '../export/csv';
import {inspectRequest, inspectSession, requestFromParts} from '../inspect-request';
import {buildCaptured} from '../replay/build-captured';
import {describeIssue} from '../verdict/describe/describe-issue';
import {findInexactNumbers} from './inexact-numbers';
import type {JsonValue} from './json-value';

function find(text: string): [string, string][][] {
  const entries: JsonValue[] = JSON.parse(text);
  const found = findInexactNumbers(text, entries, (index) => `/${index}`);
  return entries.map((_, index) => [...(found.get(index) ?? [])]);
}

describe('the numbers that JSON.parse changes, or shows in another way', () => {
  it.each([
    '12345678901234567890',
    '-12345678901234567890',
    '1777532927079123456',
    '9007199254740993',
    '0.10000000000000000555',
    '1.0e2',
    '1E3',
    '-0',
    '-0.0',
    '0.0000001',
    '-0.00000025',
    '123456789012345678901234567890.5',
  ])('%s is kept as it was sent, wherever it stands', (written) => {
    for (const text of [
      `[{"a":${written}}]`,
      `[ {"a": ${written} ,"b":1}]`,
      `[{"b":"x","a":[\n${written}\n]}]`,
    ])
      expect(
        find(text)[0]?.map(([, digits]) => digits),
        text,
      ).toEqual([written]);
  });

  it.each([
    '0',
    '1',
    '-1',
    '9007199254740991',
    '1777532927079123',
    '0.5',
    '0.000001',
    '12.25',
    'null',
    '"12345678901234567890"',
    '"a: 1e400"',
  ])('%s is not among them', (written) => {
    expect(find(`[{"a":${written}}]`)).toEqual([[]]);
  });

  it('are found in the events that have them, by place', () => {
    expect(find('[{"a":1},{"p":{"a/b":12345678901234567890}},{"a":[1,-0]}]')).toEqual([
      [],
      [['/p/a~1b', '12345678901234567890']],
      [['/a/1', '-0']],
    ]);
  });
});

describe('numbers as they were sent', () => {
  const inspect = (body: string, id = 'r') =>
    inspectRequest(
      requestFromParts({
        id,
        url: 'https://api.app.thrivestack.ai/api/track',
        method: 'POST',
        headers: {'content-type': 'application/json', 'x-api-key': 'key'},
        body,
        startedAt: '2026-04-30T07:08:48Z',
      }),
    );
  const toBody = (user: string, group = '-0') =>
    `[{"event_name":"a","user_id":${user},"timestamp":1777532927079123456,"context":{"group_id":${group}}}]`;
  const body = toBody('12345678901234567890');

  it('stand in the list', () => {
    expect(inspect(body).events[0]).toMatchObject({
      user: '12345678901234567890',
      group: '-0',
      timestamp: '1777532927079123456',
    });
  });

  it('stand in the words of issues', () => {
    const messages = inspect(body)
      .issues.filter(({code}) => code === 'wrong-type')
      .map((issue) => describeIssue(issue));
    expect(messages.map(({found}) => found)).toEqual(expect.arrayContaining(['12345678901234567890', '-0']));
    expect(messages.map(({message}) => message).join()).toContain('the number 12345678901234567890');
  });

  it('stand in the CSV', () => {
    const request = buildCaptured({body});
    expect(toCsv([{request, inspection: inspectRequest(request)}])).toContain(',"12345678901234567890",');
  });

  it('tell events apart that are equal once they are rounded', () => {
    const one = inspect(toBody('12345678901234567890', '"g"'), 'one');
    const other = inspect(toBody('12345678901234567891', '"g"'), 'other');
    expect(inspectSession([one, other])).toEqual([]);
    expect(inspectSession([one, {...one, requestId: 'again'}])).toMatchObject([{code: 'repeated-batch'}]);
  });
});
