import type {CapturedRequest} from '../../../domain/capture/captured-request';

/** A valid request of tab 7 with the given changes. */
export function aRequest(changes: Partial<CapturedRequest> = {}): CapturedRequest {
  return {
    id: 'r1',
    url: 'https://api.app.thrivestack.ai/api/track',
    method: 'POST',
    headers: {state: 'known', list: [{name: 'content-type', value: 'application/json'}]},
    body: {kind: 'bytes', bytes: new TextEncoder().encode('[]')},
    startedAt: 1000,
    origin: {
      tabId: 7,
      frameId: 0,
      initiator: 'https://app.example.test',
      documentUrl: null,
      pageUrl: 'https://app.example.test/signup',
      type: 'xmlhttprequest',
    },
    outcome: {state: 'pending'},
    seenBy: ['web-request'],
    ...changes,
  };
}

/** A request with this is a replay of `sourceId`, sent by the extension. */
export function aReplay(sourceId: string): NonNullable<CapturedRequest['replay']> {
  return {
    sourceId,
    way: 'extension',
    marker: 'm',
    claimed: true,
    timeoutSeconds: 1,
    followRedirects: false,
  };
}
