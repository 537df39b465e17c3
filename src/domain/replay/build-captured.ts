import type {CapturedHeader, CapturedRequest} from '../capture/captured-request';

/** For tests: a captured POST of a page with valid defaults. Text is encoded; headers are known. */
export function buildCaptured(
  parts: Partial<Omit<CapturedRequest, 'headers' | 'body'>> & {
    headers?: readonly CapturedHeader[] | 'unknown';
    body?: CapturedRequest['body'] | Uint8Array<ArrayBuffer> | string;
  } = {},
): CapturedRequest {
  const {headers = [], body = '[]', ...rest} = parts;
  return {
    id: 'request-1',
    url: 'https://api.example.test/api/track',
    method: 'POST',
    startedAt: Date.UTC(2026, 3, 30, 7, 8, 47),
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
    headers: headers === 'unknown' ? {state: 'unknown'} : {state: 'known', list: headers},
    body: toBody(body),
    ...rest,
  };
}

/** For tests: a reference to the session's secret store, as it is written in an address. */
export function buildReference(digit: string): string {
  return `secret-${digit.repeat(32)}`;
}

function toBody(body: CapturedRequest['body'] | Uint8Array<ArrayBuffer> | string): CapturedRequest['body'] {
  if (typeof body === 'string') return {kind: 'bytes', bytes: new TextEncoder().encode(body)};
  return body instanceof Uint8Array ? {kind: 'bytes', bytes: body} : body;
}
