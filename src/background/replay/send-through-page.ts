import type {CapturedRequest} from '../../domain/capture/captured-request';
import {statusSchema} from '../../domain/capture/response-schemas';
import {toTextAnswer} from '../../domain/capture/text-answer';
import {toPageOrigin} from '../../domain/replay/page-origin';
import * as z from '../../domain/zod';
import {type FetchedAnswer, type ReplayFetch, toReason} from './fetch-answer';
import type {PageFetch} from './fetch-in-page';
import {ANSWER_LIMIT} from './read-answer';

/** Runs scripts in a frame of a tab; rejects if the frame does not exist. */
export interface PageScripts {
  /** `fetchInPage`. Resolves to whatever the page makes of its result. */
  fetch(frame: Frame, request: PageFetch): Promise<unknown>;
  /** `cancelInPage`. */
  cancel(frame: Frame, cancelEvent: string): Promise<unknown>;
}

export interface Frame {
  tabId: number;
  frameId: number;
}

// A page may have replaced any function that its result was made with, so a `PageAnswer` is parsed.
const answeredSchema = z.object({
  type: z.optional(z.string()),
  status: statusSchema,
  statusText: z.string(),
  headers: z.array(z.array(z.string())),
  text: z.string(),
  cut: z.boolean(),
});
const failedSchema = z.object({error: z.string(), status: z.optional(statusSchema)});

/**
 * Sends as the page: from the frame that sent the original, and only while that frame shows the same origin. Rejects
 * if it was sent, but the page's result cannot be read.
 */
export async function sendThroughPage(
  scripts: PageScripts,
  record: CapturedRequest,
  request: ReplayFetch,
  signal: AbortSignal,
): Promise<FetchedAnswer> {
  const origin = toPageOrigin(record);
  const {tabId, frameId} = record.origin;
  if (tabId === null || origin === null) {
    return {ok: false, error: 'Nothing was sent: the page this came from is not known.'};
  }
  const frame = {tabId, frameId: frameId ?? 0};
  const parts = toPageFetch(record, request, origin);
  const aborted = new Promise<never>((_, reject) => {
    const giveUp = () => {
      reject(signal.reason);
      // If the frame is gone, its requests are gone too.
      scripts.cancel(frame, parts.cancelEvent).catch(() => undefined);
    };
    signal.addEventListener('abort', giveUp, {once: true});
  });
  let answer: unknown;
  try {
    // If it was cancelled before it started, it must not start.
    signal.throwIfAborted();
    answer = await Promise.race([scripts.fetch(frame, parts), aborted]);
  } catch (error) {
    return {ok: false, error: toReason(error, signal)};
  }
  return toFetchedAnswer(answer);
}

function toPageFetch(record: CapturedRequest, request: ReplayFetch, origin: string): PageFetch {
  return {
    url: request.url,
    method: request.method,
    headers: request.headers,
    body: request.body === null ? null : toBase64(request.body),
    credentials: request.credentials,
    redirect: request.followRedirects ? 'follow' : 'manual',
    // A cached response was not sent by the server.
    ...(/^(?:GET|HEAD)$/.test(request.method) && {cache: 'no-store'}),
    origin,
    timeoutMs: (record.replay?.timeoutSeconds ?? 120) * 1_000,
    cancelEvent: `cancel-${record.replay?.marker ?? record.id}`,
    limit: ANSWER_LIMIT,
  };
}

function toFetchedAnswer(told: unknown): FetchedAnswer {
  const {data: failure} = failedSchema.safeParse(told);
  if (failure) return {ok: false, ...failure};
  const {data: answer} = answeredSchema.safeParse(told);
  if (!answer) throw new Error('The page returned no valid response.');
  const headers = answer.headers.map(([name = '', value = '']) => ({name, value}));
  const {status, statusText, text, cut, type} = answer;
  const head = {ok: true, status, statusText, headers} as const;
  if (type?.startsWith('opaque')) return {...head, body: {kind: 'missing', reason: 'opaque'}};
  return {...head, body: toTextAnswer(text, cut ? {cut} : {})};
}

function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += 8192) {
    parts.push(String.fromCharCode(...bytes.subarray(start, start + 8192)));
  }
  return btoa(parts.join(''));
}
