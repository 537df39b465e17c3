import type {CapturedHeader, CapturedRequest} from '../capture/captured-request';
import {secretParameters, withSecrets} from './replay-url';

/** What a sender hands to `fetch`, and what it has to set by a session rule because fetch refuses it. */
export interface FetchParts {
  /** With its own fragment; the sender adds the marker. */
  url: string;
  method: string;
  headers: [string, string][];
  body: Uint8Array<ArrayBuffer> | null;
  ruleHeaders: {origin?: string; referer?: string};
  credentials: 'omit' | 'include';
  /** The headers and query parameters whose secret is gone. Nothing may be sent while this is not empty. */
  missing: string[];
}

/** The keys into the session's secret store that sending this record takes. */
export function secretsOf(record: CapturedRequest): string[] {
  const headers = listOf(record).flatMap(({secret}) => (secret === undefined ? [] : [secret]));
  return [...new Set([...headers, ...secretParameters(record.url).map(({reference}) => reference)])];
}

/** Turns the record of a replay into what is passed to fetch. `secretValues`: the values of `secretsOf(record)`. */
export function toFetchParts(record: CapturedRequest, secretValues: ReadonlyMap<string, string>): FetchParts {
  const parts: FetchParts = {
    url: withSecrets(record.url, (reference) => secretValues.get(reference)),
    method: record.method,
    headers: [],
    body: record.body.kind === 'bytes' ? record.body.bytes : null,
    ruleHeaders: {},
    credentials: record.replay?.cookies === true ? 'include' : 'omit',
    missing: secretParameters(record.url).flatMap(({name, reference}) =>
      secretValues.has(reference) ? [] : [`?${name}`],
    ),
  };
  for (const header of listOf(record)) addHeader(parts, header, secretValues);
  return parts;
}

function addHeader(parts: FetchParts, header: CapturedHeader, values: ReadonlyMap<string, string>): void {
  const value = header.secret === undefined ? header.value : (values.get(header.secret) ?? null);
  const name = header.name.toLowerCase();
  if (value === null) parts.missing.push(header.name);
  else if (name === 'origin') parts.ruleHeaders.origin = value;
  else if (name === 'referer') parts.ruleHeaders.referer = value;
  else parts.headers.push([header.name, value]);
}

function listOf(record: CapturedRequest): readonly CapturedHeader[] {
  return record.headers.state === 'unknown' ? [] : record.headers.list;
}
