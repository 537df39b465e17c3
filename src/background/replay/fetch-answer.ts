import type {AnswerBody} from '../../domain/capture/captured-request';
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

/**
 * A response before its credentials are masked, or why there is none. `status` is then that of a response that began.
 */
export type FetchedAnswer =
  | {ok: true; status: number; statusText: string; headers: PlainHeader[]; body: AnswerBody}
  | {ok: false; error: string; status?: number | undefined};

/** Sends from the extension itself. Never rejects: a failure is an outcome. */
export async function fetchAnswer(request: ReplayFetch, signal: AbortSignal): Promise<FetchedAnswer> {
  let status: number | undefined;
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
    ({status} = response);
    const headers = [...response.headers].map(([name, value]) => ({name, value}));
    const body = await readAnswer(response);
    return {ok: true, status, statusText: response.statusText, headers, body};
  } catch (error) {
    return {ok: false, error: toReason(error, signal), status};
  }
}

/** Why the request ended; if we aborted it, our reason. It may have arrived, which only the server knows. */
export function toReason(error: unknown, {aborted, reason}: AbortSignal): string {
  return toErrorMessage(aborted ? reason : error);
}
