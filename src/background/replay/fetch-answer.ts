import type {AnswerBody, Outcome} from '../../domain/capture/captured-request';
import type {PlainHeader} from '../../domain/secrets/header-secrets';
import {toErrorMessage} from '../../domain/to-error-message';
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
  | {ok: false; outcome: Failed};

type Failed = Extract<Outcome, {state: 'failed'}>;

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

/** Why it failed; if we gave up on it, why we did. */
export function toFailure(error: unknown, signal: AbortSignal): Failed {
  return {state: 'failed', error: toErrorMessage(signal.aborted ? signal.reason : error), endedAt: null};
}
