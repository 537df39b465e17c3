import {getHeader} from '../../capture/headers';
import {isBlank, isPlaceholderCredential} from '../../checks/placeholders';
import {isJsonObject, type JsonObject, type JsonValue} from '../../json/json-value';
import type {CredentialFacts} from '../../secrets/credential-facts';
import {factsOf} from '../../secrets/header-secrets';
import {segmentHttpApi} from '../../verdict/documents';
import {toIssue} from '../../verdict/to-issue';
import type {AddIssue, CheckContext} from '../protocol';
import type {Dialect} from './dialect';

const expected = 'writeKey in the body, or Authorization: Basic …';

/**
 * Reports a request without a write key: neither in the body, nor as Basic or Bearer, nor in the header or query that
 * compatible servers read. Does not report anything if headers or body were not captured.
 */
export function checkWriteKey(
  body: JsonValue | undefined,
  {request}: CheckContext,
  {vendor}: Dialect,
  add: AddIssue,
): void {
  const {headers, url} = request;
  if (body === undefined) return;
  const own = readWriteKey(body);
  if (own !== null) checkFilledIn('writeKey', own, add);
  if (own !== null || /[?&]write_?key=[^&#]/i.test(url)) return;
  const key = getHeader(headers, 'x-write-key');
  if (key && key.value?.trim() !== '') {
    checkFilledIn('x-write-key', factsOf(key)?.placeholder ?? '', add);
    return;
  }
  const authorization = getHeader(headers, 'authorization');
  if (!authorization && headers.state !== 'known') return;
  if (authorization && isCredential(factsOf(authorization))) {
    checkFilledIn('authorization', factsOf(authorization)?.placeholder ?? '', add);
    return;
  }
  const gap = authorization ? 'authorization-without-write-key' : 'no-write-key';
  add(
    toIssue('missing-credentials', {
      event: null,
      pointer: '',
      params: {gap, expected, vendor},
      source: segmentHttpApi('Authentication'),
    }),
  );
}

function readWriteKey(body: JsonValue): string | null {
  if (!isJsonObject(body)) return null;
  const [first] = Array.isArray(body.batch) ? body.batch : [];
  return readOwnKey(body) ?? (isJsonObject(first) ? readOwnKey(first) : null);
}

function readOwnKey({writeKey}: JsonObject): string | null {
  return typeof writeKey === 'string' && !isBlank(writeKey) ? writeKey : null;
}

function checkFilledIn(
  place: 'writeKey' | 'x-write-key' | 'authorization',
  value: string,
  add: AddIssue,
): void {
  const text = value.trim();
  if (!isPlaceholderCredential(text)) return;
  const params = {place, text, expected: 'the write key of your source'};
  const source = segmentHttpApi('Authentication');
  add(toIssue('placeholder-credentials', {event: null, pointer: '', params, source}));
}

/** A hidden value exists, but nothing else is known of it. */
function isCredential(facts: CredentialFacts | null): boolean {
  if (facts === null) return true;
  return facts.shape !== 'empty' && /^(?:basic|bearer)$/i.test(facts.scheme ?? '');
}
