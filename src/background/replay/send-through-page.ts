import type {CapturedRequest} from '../../domain/capture/captured-request';
import {type FetchedAnswer, type ReplayFetch, toFailure} from './fetch-answer';
import type {PageAnswer, PageFetch} from './fetch-in-page';
import {ANSWER_LIMIT} from './read-answer';

/** Runs `fetchInPage` in a frame of a tab. */
export type RunInPage = (target: {tabId: number; frameId: number}, request: PageFetch) => Promise<PageAnswer>;

/** Sends as the page: from the frame that sent the original, and only while that frame shows the same origin. */
export async function sendThroughPage(
  run: RunInPage,
  record: CapturedRequest,
  request: ReplayFetch,
  signal: AbortSignal,
): Promise<FetchedAnswer> {
  const origin = toPageOrigin(record);
  const {tabId, frameId} = record.origin;
  if (tabId === null || origin === null) {
    return failed('Nothing was sent: it is not known which page this came from.');
  }
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), {once: true});
  });
  try {
    const answer = run({tabId, frameId: frameId ?? 0}, toPageFetch(record, request, origin));
    return toFetchedAnswer(await Promise.race([answer, aborted]));
  } catch (error) {
    return {ok: false, outcome: toFailure(error, signal)};
  }
}

function toPageFetch(record: CapturedRequest, request: ReplayFetch, origin: string): PageFetch {
  return {
    url: request.url,
    method: request.method,
    headers: request.headers,
    body: request.body === null ? null : toBase64(request.body),
    credentials: request.credentials,
    redirect: request.followRedirects ? 'follow' : 'manual',
    origin,
    timeoutMs: (record.replay?.timeoutSeconds ?? 120) * 1_000,
    limit: ANSWER_LIMIT,
  };
}

function toFetchedAnswer(answer: PageAnswer): FetchedAnswer {
  if (answer.state !== 'answered') return failed(answer.error);
  const headers = answer.headers.map(([name, value]) => ({name, value}));
  const {status, statusText, text, cut, type} = answer;
  if (type.startsWith('opaque')) {
    return {ok: true, status, statusText, headers, body: {kind: 'missing', reason: 'opaque'}};
  }
  const body = text === '' ? ({kind: 'missing', reason: 'empty'} as const) : ({kind: 'text', text} as const);
  return {ok: true, status, statusText, headers, body: cut && body.kind === 'text' ? {...body, cut} : body};
}

function failed(error: string): FetchedAnswer {
  return {ok: false, outcome: {state: 'failed', error, endedAt: null}};
}

/** Of the document that sent it: credentials go to no other page. */
function toPageOrigin({origin}: CapturedRequest): string | null {
  const url = origin.documentUrl ?? origin.initiator ?? origin.pageUrl;
  return url !== null && URL.canParse(url) ? new URL(url).origin : null;
}

function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += 8192) {
    parts.push(String.fromCharCode(...bytes.subarray(start, start + 8192)));
  }
  return btoa(parts.join(''));
}
