import type {CapturedRequest} from '../../src/domain/capture/captured-request';

export type SampleName = 'faulty' | 'good' | 'broken' | 'oversized' | 'big' | 'missing' | 'delicate';

const good = {
  event_name: 'invite_sent',
  properties: {invitee_email: 'ada@example.test', invitee_role: 'admin', seats: 3},
  user_id: '766b3aef-18f3-4a2b-9d20-0f5f4f8f1c11',
  timestamp: '2026-11-22T15:51:35.059Z',
  context: {group_id: 'bp497d1a-4f0e', source: 'product'},
};

/** Text that parsing, splitting into lines, or a browser's own editing could change. */
export const delicateText =
  '\ufeff[ {"event_name":"delicate" ,\r\n\t"a":12345678901234567890,"a":1e400,\r"z":-0,"lone":"\\ud800",\n' +
  '"line":"\u2028\u2029\u0085","user_id":"u-1"} ]\r\n';

const texts: Readonly<Record<SampleName, () => string>> = {
  good: () => JSON.stringify([good]),
  faulty: () =>
    JSON.stringify([
      good,
      {...good, timestamp: '20-11-23T22:28:55.111Z'},
      {...good, event_name: 'signed_up', context: {}, properties: {user_name: 'Ada', big: 0}},
      {event: 'user_enriched', user_id: 'u-17', timestamp: 1732290695, context: {group_id: 'bp497d1a-4f0e'}},
    ]).replace('"big":0', '"big":12345678901234567890'),
  broken: () =>
    `[\n  {"event_name": "signed_up",\n   "user_id": "u-1",\n   // the plan of the day\n   "timestamp": "2026-11-22T15:51:35Z",}\n]`,
  oversized: () => JSON.stringify(Array.from({length: 1001}, () => good)),
  big: () =>
    JSON.stringify(
      Array.from({length: 1000}, (_, index) => ({
        ...good,
        properties: Object.fromEntries(
          Array.from({length: 48}, (__, field) => [
            `property_${field}`,
            `value ${index} of ${field}, some text`,
          ]),
        ),
      })),
    ),
  delicate: () => delicateText,
  missing: () => '',
};

/** A captured request for the preview. */
export function buildSample(name: SampleName): CapturedRequest {
  const text = texts[name]();
  const bad = name !== 'good';
  return {
    id: 'sample',
    url: 'https://api.app.thrivestack.ai/api/track',
    method: 'POST',
    headers: {
      state: 'known',
      list: [
        {name: 'Content-Type', value: 'application/json'},
        {name: 'x-api-key', value: null, secret: 'secret-1'},
        {name: 'Origin', value: 'https://app.example.test'},
        {name: 'Referer', value: 'https://app.example.test/'},
        {name: 'User-Agent', value: 'Mozilla/5.0'},
        {name: 'Cookie', value: null, secret: 'secret-2'},
      ],
    },
    body:
      name === 'missing'
        ? {kind: 'missing', reason: 'blob'}
        : {kind: 'bytes', bytes: new TextEncoder().encode(text)},
    startedAt: Date.UTC(2026, 10, 22, 15, 51, 36),
    origin: {
      tabId: 7,
      frameId: 0,
      initiator: 'https://app.example.test',
      documentUrl: 'https://app.example.test/',
      pageUrl: 'https://app.example.test/',
      type: 'xmlhttprequest',
    },
    outcome: {
      state: 'answered',
      status: bad ? 400 : 200,
      statusText: bad ? 'Bad Request' : 'OK',
      headers: {state: 'known', list: []},
      body: {
        kind: 'text',
        text: JSON.stringify(bad ? {success: false, message: 'Invalid timestamp'} : {success: true}),
        mimeType: 'application/json',
      },
      endedAt: Date.UTC(2026, 10, 22, 15, 51, 36, 84),
    },
    seenBy: ['web-request'],
  };
}
