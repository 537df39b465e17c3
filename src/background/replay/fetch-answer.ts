import type {AnswerBody, Outcome} from '../../domain/capture/captured-request';
import type {PlainHeader} from '../../domain/secrets/header-secrets';
import {readAnswer} from './read-answer';

export interface ReplayFetch {
  url: string;
  method: string;
  headers: [string, string][];
  body: Uint8Array<ArrayBuffer> | null;
  credentials: 'omit' | 'include';
  followRedirects: boolean;
}

/** An answer before its credentials are hidden, or why there is none. */
export type FetchedAnswer =
  | {ok: true; status: number; statusText: string; headers: PlainHeader[]; body: AnswerBody}
  | {ok: false; outcome: Extract<Outcome, {state: 'failed' | 'unknown'}>};

/** Sends from the extension itself. Never rejects: what went wrong is the outcome. */
export async function fetchAnswer(request: ReplayFetch, signal: AbortSignal): Promise<FetchedAnswer> {
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers,
      body: request.body,
      credentials: request.credentials,
      redirect: request.followRedirects ? 'follow' : 'manual',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal,
    });
    const headers = [...response.headers].map(([name, value]) => ({name, value}));
    const body = await readAnswer(response);
    return {ok: true, status: response.status, statusText: response.statusText, headers, body};
  } catch (error) {
    return {ok: false, outcome: toFailure(error, signal)};
  }
}

/** A request that we gave up on may have arrived: only the server knows. */
export function toFailure(
  error: unknown,
  signal: AbortSignal,
): Extract<Outcome, {state: 'failed' | 'unknown'}> {
  const reason: unknown = signal.aborted ? signal.reason : error;
  const text = reason instanceof Error ? reason.message : String(reason);
  return {state: 'failed', error: text, endedAt: null};
}
