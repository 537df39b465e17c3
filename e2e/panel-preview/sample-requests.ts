import type {CapturedBody, CapturedRequest, Outcome} from '../../src/domain/capture/captured-request';
import {
  faultyInvite,
  featureUsed,
  group,
  groupEnriched,
  hostile,
  inviteSent,
  signedUp,
  user,
} from './sample-events';

const start = Date.UTC(2026, 10, 22, 15, 51, 12, 204);
const endpoint = 'https://api.app.thrivestack.ai/api/track';

interface Sample {
  id: string;
  /** Milliseconds after the first one. */
  after: number;
  body: unknown;
  page?: string;
  outcome?: Outcome;
  changes?: Partial<CapturedRequest>;
}

/** A visit of a demo app, with good and bad events. */
export function buildVisit(): CapturedRequest[] {
  return samples.map(buildRequest);
}

export function buildRequest({id, after, body, page = 'signup', outcome, changes}: Sample): CapturedRequest {
  return {
    id,
    url: endpoint,
    method: 'POST',
    headers: {
      state: 'known',
      list: [
        {name: 'Content-Type', value: 'application/json'},
        {name: 'x-api-key', value: null, secret: 'secret-key'},
        {name: 'Origin', value: 'https://app.acme.example'},
        {name: 'User-Agent', value: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36'},
      ],
    },
    body: typeof body === 'string' ? toBytes(body) : toBytes(JSON.stringify(body)),
    startedAt: start + after,
    origin: {
      tabId: 7,
      frameId: 0,
      initiator: 'https://app.acme.example',
      documentUrl: null,
      pageUrl: `https://app.acme.example/${page}`,
      type: 'xmlhttprequest',
    },
    outcome:
      outcome ?? answer(200, {success: true, response_id: id, message: 'Accepted'}, start + after + 84),
    seenBy: ['web-request', 'har'],
    ...changes,
  };
}

export function answer(status: number, said: object, endedAt: number): Outcome {
  return {
    state: 'answered',
    status,
    statusText: status === 200 ? 'OK' : 'Bad Request',
    headers: {state: 'known', list: [{name: 'content-type', value: 'application/json'}]},
    body: {kind: 'text', text: JSON.stringify(said), mimeType: 'application/json'},
    endedAt,
  };
}

function toBytes(text: string): CapturedBody {
  return {kind: 'bytes', bytes: new TextEncoder().encode(text)};
}

const replay = {
  sourceId: 'faulty',
  way: 'extension',
  marker: 'one-shot',
  claimed: true,
  timeoutSeconds: 120,
  followRedirects: false,
} as const;

const samples: readonly Sample[] = [
  {id: 'signed-up', after: 0, body: [signedUp]},
  {
    id: 'first-batch',
    after: 2010,
    body: [
      {...featureUsed, event_name: 'page_visit'},
      inviteSent,
      {...inviteSent, user_id: 'user-2'},
      featureUsed,
    ],
  },
  {id: 'enriched', after: 27_796, body: [groupEnriched], page: 'account'},
  {
    id: 'faulty',
    after: 30_120,
    page: 'account',
    body: [faultyInvite],
    outcome: answer(400, {success: false, message: 'Invalid timestamp format'}, start + 30_204),
  },
  {
    id: 'corrected',
    after: 61_804,
    body: [inviteSent],
    changes: {replay, seenBy: ['replay'], origin: noTab()},
  },
  {
    id: 'oversized',
    after: 41_337,
    page: 'account',
    body: Array.from({length: 1001}, (_, index) => ({
      ...(index % 3 === 0 ? signedUp : inviteSent),
      timestamp: new Date(start + 41_000 + index).toISOString(),
    })),
    outcome: answer(400, {success: false, message: 'Batch exceeds 1,000 events'}, start + 41_550),
  },
  {
    id: 'mixed',
    after: 43_000,
    page: 'account',
    body: [
      groupEnriched,
      {...signedUp, event_name: 'Signed_Up'},
      {...inviteSent, event: 'invite_sent', event_name: undefined},
      {...featureUsed, timestamp: 1_793_527_200_000},
      {...featureUsed, user_id: 17, context: {groupId: group}},
    ],
    outcome: answer(
      200,
      {
        success: true,
        message: 'Accepted',
        warnings: ["Field 'user_email' is missing and may affect 'Virality' Report"],
      },
      start + 43_120,
    ),
  },
  {
    id: 'broken',
    after: 45_000,
    page: 'account',
    body: `[\n  {"event_name": "signed_up",\n   "user_id": "${user}",\n   // the plan of the day\n   "context": {},}\n]`,
    outcome: answer(400, {success: false, message: 'Malformed JSON'}, start + 45_030),
  },
  {
    id: 'blob',
    after: 46_000,
    page: 'account',
    body: '',
    changes: {body: {kind: 'missing', reason: 'blob', size: 412}, pinned: true},
  },
  {id: 'worker', after: 47_000, body: [featureUsed], changes: {origin: noTab()}},
  {
    id: 'refused',
    after: 48_000,
    page: 'account',
    body: [featureUsed],
    outcome: {state: 'failed', error: 'net::ERR_CONNECTION_REFUSED', endedAt: start + 48_020},
  },
  {id: 'hostile', after: 49_000, page: 'account', body: [hostile]},
  {id: 'pending', after: 50_000, page: 'account', body: [featureUsed], outcome: {state: 'pending'}},
];

function noTab(): CapturedRequest['origin'] {
  return {
    tabId: null,
    frameId: null,
    initiator: 'https://app.acme.example',
    documentUrl: 'https://app.acme.example/worker.js',
    pageUrl: null,
    type: 'xmlhttprequest',
  };
}
