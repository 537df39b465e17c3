import {describe, expect, it} from 'vitest';
import {inspectRequest, requestFromParts} from '../inspect-request';
import {toPlaywrightAssertion} from './playwright-assertion';

const track = 'https://api.app.thrivestack.ai/api/track';

function copy(body: unknown, index: number | null = 0, url = track): string {
  const request = requestFromParts({
    url,
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return toPlaywrightAssertion({request, inspection: inspectRequest(request)}, index);
}

const named = {event_name: 'invite_sent', user_id: 'u-1', timestamp: '2026-11-01T10:00:00Z'};

describe('an event as a Playwright assertion', () => {
  it.each([
    ['by its name alone', named, 'await expect(tracking).toHaveTracked("invite_sent");\n'],
    [
      'with what is equal in each run, nothing personal and nothing secret',
      {
        ...named,
        properties: {
          plan: 'pro',
          seats: 3,
          roles: ['owner', 'admin'],
          invited: ['amy@example.com'],
          email: 'amy@example.com',
          at: '2026-11-01T10:00:00Z',
          apiKey: 'verysecret',
          nested: {kept: true, id: '0f8fad5b-d9cb-469f-a165-70867728950e'},
        },
      },
      `await expect(tracking).toHaveTracked("invite_sent", {
  "plan": "pro",
  "seats": 3,
  "roles": [
    "owner",
    "admin"
  ],
  "nested": {
    "kept": true
  }
});
`,
    ],
  ])('is written %s', (_, event, code) => {
    expect(copy([event])).toBe(code);
  });

  it('names a call without a name by its type', () => {
    const call = {type: 'identify', userId: 'u', traits: {plan: 'pro'}};
    expect(copy({batch: [call]}, 0, 'https://api.segment.io/v1/batch')).toContain(
      'toHaveTracked("identify", {',
    );
  });

  it('is code that means the text, whatever the text is', () => {
    const hostile = '"); process.exit(); //\u2028\u202e`$x';
    const code = copy(
      `[{"event_name": ${JSON.stringify(hostile)}, "properties": {"__proto__": {"a": 1}, "b": "</script>"}}]`,
    );
    expect(code).not.toMatch(/[\u2028\u202e]/);
    const [, args = ''] = /toHaveTracked\((.*)\);\n$/s.exec(code) ?? [];
    expect(JSON.parse(`[${args}]`)).toEqual([hostile, {b: '</script>'}]);
  });

  it('needs an event', () => {
    expect(() => copy([named, named], null)).toThrow('Select an event');
    expect(() => copy({batch: [{}]}, 0, 'https://api.segment.io/v1/batch')).toThrow('has no name');
  });
});
