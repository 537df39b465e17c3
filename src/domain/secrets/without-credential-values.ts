import {MASK} from '../bytes/mask';
import type {CapturedHeaders, CapturedRequest} from '../capture/captured-request';
import {withoutSecretValues} from './header-secrets';
import {withoutUrlSecrets} from './url-secrets';

/** The request with the names of its credentials, but without their values, in headers and address. */
export function withoutCredentialValues(request: CapturedRequest): CapturedRequest {
  const {outcome} = request;
  return {
    ...request,
    url: withoutUrlSecrets(request.url),
    headers: redact(request.headers),
    outcome: outcome.state === 'answered' ? {...outcome, headers: redact(outcome.headers)} : outcome,
  };
}

function redact(headers: CapturedHeaders): CapturedHeaders {
  if (headers.state === 'unknown') return headers;
  const list = headers.list.flatMap((header) => {
    const {name, value} = header;
    if (value === MASK) return [{...header, value: null}];
    return value === null ? [header] : withoutSecretValues([{name, value}], new Map());
  });
  return {state: list.some(({value}) => value === null) ? 'redacted' : headers.state, list};
}
