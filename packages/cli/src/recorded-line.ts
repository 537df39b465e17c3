import {MASK, toSafeJson, withoutSecretValues, withoutUrlSecrets} from '@track-inspector/core';

export interface Recorded {
  method: string;
  url: string;
  /** Alternating names and values, Node's format. */
  headers: readonly string[];
  body: Uint8Array;
  startedAt: Date;
  status: number;
  answer: string;
}

/**
 * A request as a line of NDJSON, as `check` reads it. Does not contain credentials of headers and address, nor
 * anything that a terminal or a CI server would execute.
 */
export function toRecordedLine({method, url, headers, body, startedAt, status, answer}: Recorded): string {
  const list = headers.flatMap((name, index) =>
    index % 2 === 0 ? [{name, value: headers[index + 1] ?? ''}] : [],
  );
  const shown = withoutSecretValues(list, new Map()).map(({name, value}) => [name, value ?? MASK]);
  const named = Object.fromEntries(shown);
  const line = {
    url: withoutUrlSecrets(url),
    method,
    // A name that was sent twice is only once in an object.
    headers: Object.keys(named).length === shown.length ? named : shown,
    ...toBody(body),
    startedAt: startedAt.toISOString(),
    response: {status, body: answer},
  };
  return `${toSafeJson(JSON.stringify(line))}\n`;
}

/** Text if the bytes are UTF-8, else Base64, so that every byte is kept. */
function toBody(bytes: Uint8Array): {body: string | null; bodyEncoding?: 'base64'} {
  if (bytes.length === 0) return {body: null};
  try {
    return {body: new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes)};
  } catch {
    return {body: Buffer.from(bytes).toString('base64'), bodyEncoding: 'base64'};
  }
}
