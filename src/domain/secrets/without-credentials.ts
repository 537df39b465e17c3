import type {AnswerBody, CapturedHeaders, CapturedRequest, Outcome} from '../capture/captured-request';
import {isCredentialHeader} from './header-secrets';
import {maskCapturedBody} from './mask-body';
import {maskText} from './mask-text';
import {withoutUrlSecrets} from './url-secrets';

/**
 * A record as it may be kept after its browser session: with the names of its credentials, but without their values
 * or references. Null if its body can't be read, since it may contain credentials.
 */
export function withoutCredentials(request: CapturedRequest): CapturedRequest | null {
  const body = maskCapturedBody(request.body, request.headers);
  if (body === null) return null;
  const {origin} = request;
  return {
    ...request,
    url: withoutUrlSecrets(request.url),
    headers: redact(request.headers),
    body,
    origin: {
      ...origin,
      initiator: withoutSecrets(origin.initiator),
      documentUrl: withoutSecrets(origin.documentUrl),
      pageUrl: withoutSecrets(origin.pageUrl),
    },
    outcome: cleanOutcome(request.outcome),
  };
}

function withoutSecrets(url: string | null): string | null {
  return url === null ? null : withoutUrlSecrets(url);
}

function cleanOutcome(outcome: Outcome): Outcome {
  if (outcome.state === 'failed') return {...outcome, error: maskText(outcome.error)};
  if (outcome.state === 'unknown') return {...outcome, reason: maskText(outcome.reason)};
  if (outcome.state !== 'answered') return outcome;
  return {
    ...outcome,
    statusText: maskText(outcome.statusText),
    headers: redact(outcome.headers),
    body: maskAnswer(outcome.body),
  };
}

/** The text and the type of a response with their credentials masked. */
function maskAnswer(body: AnswerBody): AnswerBody {
  if (body.kind !== 'text') return body;
  const {text, mimeType} = body;
  return {...body, text: maskText(text), ...(mimeType !== undefined && {mimeType: maskText(mimeType)})};
}

function redact(headers: CapturedHeaders): CapturedHeaders {
  if (headers.state === 'unknown' || !headers.list.some(isCredentialHeader)) return headers;
  const list = headers.list.map((header) => {
    if (!isCredentialHeader(header)) return header;
    const {secret: _, ...rest} = header;
    return {...rest, value: null};
  });
  return {state: 'redacted', list};
}
