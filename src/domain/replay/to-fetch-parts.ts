import {toByteString} from '../bytes/byte-string';
import type {CapturedHeader, CapturedRequest} from '../capture/captured-request';
import {isCredentialHeader} from '../secrets/header-secrets';
import {secretParameters, withSecrets} from './marking/replay-url';

/** The arguments of a sender for `fetch`, and what it has to set with a session rule. */
export interface FetchParts {
  /** With its own fragment; the sender adds the marker. */
  url: string;
  method: string;
  headers: [string, string][];
  body: Uint8Array<ArrayBuffer> | null;
  /** Origin and Referer, which fetch rejects; and credentials, if fetch would send them to another host. */
  ruleHeaders: [string, string][];
  credentials: 'omit' | 'include';
  /** The headers and query parameters whose secret is gone. While this is not empty, nothing may be sent. */
  missing: string[];
}

/** The keys in the session's secret store that are needed to send this record. */
export function secretsOf(record: CapturedRequest): string[] {
  const headers = listOf(record).flatMap(({secret}) => (secret === undefined ? [] : [secret]));
  return [...new Set([...headers, ...secretParameters(record.url).map(({reference}) => reference)])];
}

/** Converts the record of a replay to the arguments for fetch. `secretValues`: the values of `secretsOf(record)`. */
export function toFetchParts(record: CapturedRequest, secretValues: ReadonlyMap<string, string>): FetchParts {
  const parts: FetchParts = {
    url: withSecrets(record.url, (reference) => secretValues.get(reference)),
    method: record.method,
    headers: [],
    body: record.body.kind === 'bytes' ? record.body.bytes : null,
    ruleHeaders: [],
    credentials: record.replay?.cookies === true ? 'include' : 'omit',
    missing: secretParameters(record.url).flatMap(({name, reference}) =>
      secretValues.has(reference) ? [] : [name],
    ),
  };
  for (const header of listOf(record)) {
    const value = header.secret === undefined ? header.value : (secretValues.get(header.secret) ?? null);
    if (value === null) parts.missing.push(header.name);
    else if (isForRule(header, record)) parts.ruleHeaders.push([header.name, value]);
    else parts.headers.push([header.name, toByteString(value)]);
  }
  return parts;
}

function isForRule(header: CapturedHeader, {replay}: CapturedRequest): boolean {
  if (/^(origin|referer)$/i.test(header.name)) return true;
  return replay?.way === 'extension' && replay.followRedirects && isCredentialHeader(header);
}

function listOf(record: CapturedRequest): readonly CapturedHeader[] {
  return record.headers.state === 'unknown' ? [] : record.headers.list;
}
